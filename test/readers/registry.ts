/** The data of a registry value: REG_SZ, REG_DWORD, or `deleted`. */
export type RegistryData = { readonly sz: string } | { readonly dword: number } | 'deleted';

/** Keys in the order of the file, each with its values by name (`@` is the default one); `deleted` for `[-…]`. */
export type RegistryFile = ReadonlyMap<string, ReadonlyMap<string, RegistryData> | 'deleted'>;

/**
 * A strict reader of `.reg` files in the form that regedit exports: UTF-16LE with a byte-order mark, CRLF, the 5.00 header, an empty line.
 * In names and data only `\\` and `\"` are escapes; a line end ends everything.
 */
export function readRegistryFile(bytes: Uint8Array): RegistryFile {
  const text = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n\r\n')) throw new SyntaxError('wrong start');
  if (!text.endsWith('\r\n')) throw new SyntaxError('the last line does not end');
  const [, , ...lines] = text.slice(0, -2).split('\r\n');
  const keys = new Map<string, Map<string, RegistryData> | 'deleted'>();
  let values: Map<string, RegistryData> | undefined;
  for (const line of lines) {
    if (/[\n\r\0]/.test(line)) throw new SyntaxError('a line end that is not CRLF');
    if (line === '' || line.startsWith(';')) continue;
    const [, minus, key] = /^\[(-?)(HKEY_[A-Z_]+(?:\\[^\]]+)?)\]$/.exec(line) ?? [];
    if (key !== undefined) {
      values = minus === '' ? new Map() : undefined;
      keys.set(key, values ?? 'deleted');
      continue;
    }
    const [, name, data] = /^(@|"(?:[^"\\]|\\["\\])*")=(.*)$/su.exec(line) ?? [];
    if (values === undefined || name === undefined || data === undefined) throw new SyntaxError(`no value: ${line}`);
    values.set(name === '@' ? '@' : unquote(name), readData(data));
  }
  return keys;
}

function readData(data: string): RegistryData {
  if (data === '-') return 'deleted';
  if (/^"(?:[^"\\]|\\["\\])*"$/u.test(data)) return { sz: unquote(data) };
  const [, dword] = /^dword:([0-9a-f]{8})$/.exec(data) ?? [];
  if (dword === undefined) throw new SyntaxError(`no data: ${data}`);
  return { dword: Number.parseInt(dword, 16) };
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
}
