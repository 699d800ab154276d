/**
 * Texts that show nothing. A tag of blanks selects nobody, or everybody: servers trim in ways of their own, so all that
 * Unicode knows as blank, invisible or a control counts.
 */
const shown = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164\uffa0]/u;

export const showsNothing = (text: string): boolean => !shown.test(text);
