/** The argument of a command of msmtp (msmtp(1); get_cmd in its conf.c): the rest of the line without blanks around it, and without double quotes around the whole. */
export function readMsmtpArgument(line: string): string {
  if (new TextEncoder().encode(line).length > 499) throw new SyntaxError('the line is longer than msmtp reads');
  const argument = line.replace(/^[ \t]*\S+[ \t]*/, '').replace(/[ \t]+$/, '');
  return argument.length > 1 && argument.startsWith('"') && argument.endsWith('"') ? argument.slice(1, -1) : argument;
}
