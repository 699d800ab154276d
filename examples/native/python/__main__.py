"""An agent and a campaign, in Python."""

import pulumi
import pulumi_callab as callab

agent = callab.AiAgent(
    "agent",
    name="Renewals",
    prompt="You call customers whose contract ends soon. Be brief, and end the call when asked to.",
)

spring = callab.Campaign(
    "spring",
    name="Spring renewals",
    notes="Customers whose contract ends in May",
    campaign_type="outbound",
    ai_agent_id=agent.id,
    outbound_phone_number_id="8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
    contacts_list_tags=["vip"],
    days_of_week=["mon", "tue", "wed", "thu", "fri"],
    call_time_of_day_from="9:00",
    call_time_of_day_to="17:00",
    time_zone="Europe/Paris",
    desired_status="paused",
)

pulumi.export("summary", spring.summary)
