/**
 * A model of what cmd.exe makes of one line of a batch file, in its order: end of file and line, percent expansion, special characters outside
 * double quotes, delayed expansion; then of how a program gets its arguments from the line (CommandLineToArgvW). What it cannot follow it refuses.
 * (The phases as described in cmd's own help, `cmd /?`, `set /?`, and Microsoft's "Parsing C command-line arguments".)
 */
export function readCmdLine(line: string, environment: Readonly<Record<string, string>>): string[] {
  if (/[\0\r\n\x1a]/.test(line)) throw new SyntaxError('the line ends early');
  return readArguments(delayed(special(percent(line, environment)), environment));
}

/** What ECHO prints: the rest of the line, where it is not a question about ECHO itself (`echo /?`). */
export function readCmdEcho(line: string, environment: Readonly<Record<string, string>>): string {
  if (/[\0\r\n\x1a]/.test(line)) throw new SyntaxError('the line ends early');
  const [, text = ''] = /^echo (.*)$/s.exec(delayed(special(percent(line, environment)), environment)) ?? [];
  if (/^[\s,;=]*(?:on|off)?[\s,;=]*$/i.test(text) || text.includes('/?')) throw new SyntaxError(`no text: ${line}`);
  return text;
}

/** `%%` is one percent sign; `%NAME%` a variable, empty where it is not set; `%0`–`%9`, `%*`, `%~` are arguments; another `%` goes. */
function percent(line: string, environment: Readonly<Record<string, string>>): string {
  return line.replace(/%(?:%|[0-9*]|~[^%]*|([^%:]+)(?::[^%]*)?%|)/g, (found, name?: string) => {
    if (found === '%%') return '%';
    return name === undefined ? '' : (environment[name.toUpperCase()] ?? '');
  });
}

/** Outside quotes a caret takes the meaning of the next character, and an operator ends the command. */
function special(line: string): string {
  let quoted = false;
  let kept = '';
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === '"') quoted = !quoted;
    // (A parenthesis parts commands where a command begins, and ends a block; ECHO outside one prints it.)
    if (!quoted && (/[&|<>]/.test(character) || (/[()]/.test(character) && !/^echo /.test(kept))))
      throw new SyntaxError(`${character} is an operator here`);
    if (!quoted && character === '^') index++;
    kept += line.charAt(index);
  }
  return kept;
}

/** Where somebody switched it on: `!NAME!` is a variable, quotes or not, and a caret escapes where an exclamation mark stands in the line. */
function delayed(line: string, environment: Readonly<Record<string, string>>): string {
  if (!line.includes('!')) return line;
  return line
    .replace(/\^(.)/gs, '$1')
    .replace(/!([^!]*)!?/g, (_, name: string) => environment[name.toUpperCase()] ?? '');
}

/** Backslashes before a double quote: two stand for one, and an odd one makes the quote a character. */
function readArguments(line: string): string[] {
  const found: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (let index = 0; index < line.length; index++) {
    const backslashes = /^\\*/.exec(line.slice(index))?.[0].length ?? 0;
    if (backslashes > 0 && line.charAt(index + backslashes) === '"') {
      current = (current ?? '') + '\\'.repeat(backslashes / 2);
      index += backslashes;
      if (backslashes % 2 === 1) current += '"';
      else index--;
      continue;
    }
    const character = line.charAt(index);
    if (character === '"') {
      quoted = !quoted;
      current ??= '';
    } else if (!quoted && /[ \t]/.test(character)) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else current = (current ?? '') + character;
  }
  if (quoted) throw new SyntaxError('a quote is open at the end of the line');
  return current === undefined ? found : [...found, current];
}
