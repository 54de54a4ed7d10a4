/**
 * Formula injection: a text that begins with one of these is a formula to programs that open a CSV file. A quote mark
 * before it makes it text; reading takes the quote mark away again. OWASP, “CSV Injection”.
 */
const RISKY = /^'*[=+\-@\t\r]/u;
const NEUTRAL = /^''*[=+\-@\t\r]/u;
const FIGURE = /^-?\d+(\.\d+)?$/u;

export const neutralText = (text: string): string =>
  RISKY.test(text) && !FIGURE.test(text) ? `'${text}` : text;

export const plainText = (text: string): string => (NEUTRAL.test(text) ? text.slice(1) : text);
