/** What a journal, a collector of logs, a trace or a chat writes before a line. */
const LOGGED =
  /^(?:(?:\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,:+Z-]{0,16}|\[[^\]]{1,80}\]|\d{9,10}\.\d{1,9})(?: std(?:out|err) [FP]| [\w.-]{1,60} [\w./-]{1,60}(?:\[\d{1,8}\])?:)?|(?:\d\d:\d\d(?::\d\d)? )?< ?[@+]?[\w-]{1,30}>) {1,8}/;

/** Whether a line begins as one of a log or of a chat does: it goes on with none before it. */
export const isLogged = (text: string): boolean => LOGGED.test(text);

/** A line without what logs and chats write before it. */
export const bareOf = (text: string): string => text.replace(LOGGED, '');
