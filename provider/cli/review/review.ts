/** From the text of a preview to the comment and the picture. Pure: reads and writes nothing. */
import { isCalendarDate } from "../../values/calendarDate";
import { canonicalZone } from "../../values/timeZone";
import { explainZone } from "../../words/timeZoneHint";
import { reviewComment } from "./comment";
import { reviewPage } from "./page";
import { PreviewError, readPreview } from "./preview";
import { reportOf, type Report } from "./report";
import { weekPicture } from "./weekPicture";
import { weekPlan } from "./weekPlan";

export interface ReviewOptions {
  /** IANA name of the zone of the picture; left out: the one that most campaigns use. */
  readonly zone?: string | undefined;
  /** Any day of the week the picture shows, `YYYY-MM-DD`. */
  readonly week?: string | undefined;
  /** Where the reader's browser finds the picture; left out: the comment does not show it. */
  readonly pictureLink?: string | undefined;
  /** How many people a campaign selects, before and after, by its URN; left out: nobody asked. */
  readonly reach?: ReadonlyMap<string, string> | undefined;
  readonly reachNote?: string | undefined;
  readonly now: Date;
}

export interface Review {
  /** Markdown. */
  readonly comment: string;
  /** SVG. */
  readonly picture: string;
  /** What the comment says, as data. */
  readonly report: Report;
  /** One HTML page that needs nothing from elsewhere. */
  readonly page: () => string;
}

/**
 * Reviews what `pulumi preview --json` printed.
 * @throws {PreviewError} if the text is no preview, or an option is wrong.
 */
export function review(json: string, options: ReviewOptions): Review {
  const { zone, week, pictureLink } = options;
  if (zone !== undefined && canonicalZone(zone) === undefined)
    throw new PreviewError(`"${zone}" is not the name of a time zone: ${explainZone(zone)}`);
  if (week !== undefined && !isCalendarDate(week))
    throw new PreviewError(`"${week}" is not a day of the calendar in the form YYYY-MM-DD.`);
  if (pictureLink !== undefined && !/^(?:https?:\/\/[^/]|(?![a-z][a-z0-9+.-]*:|\/\/))/i.test(pictureLink))
    throw new PreviewError("The address of the picture must begin with https:// or http://, or be a path.");
  const preview = readPreview(json);
  const plan = weekPlan(preview.changes, { zone, week, now: options.now });
  const { reach, reachNote } = options;
  const picture = weekPicture(plan);
  const report = reportOf(preview, reach);
  return {
    comment: reviewComment(preview, { pictureLink, week: plan, reach, reachNote }),
    picture,
    report,
    page: () => reviewPage(report, picture),
  };
}
