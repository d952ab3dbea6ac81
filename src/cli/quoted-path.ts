/** For the shell of the person. */
export function quotedPath(path: string): string {
  if (/^[\w./:@%+=,-]+$/.test(path)) return path;
  return process.platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}
