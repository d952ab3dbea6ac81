import { expect, test } from 'vitest';
import { files, imports, roomOf, rooms, texts } from './rooms.ts';

test.each(Object.keys(rooms))('%s imports only from the rooms below it', (room) => {
  const own = files.filter((file) => roomOf(file) === room);
  expect(own).not.toEqual([]);
  const arrows = own.flatMap((file) => (imports.get(file) ?? []).map((to) => ({ file, to })));
  const strangers = arrows.filter(({ to }) => roomOf(to) !== room && !rooms[room]?.includes(roomOf(to)));
  expect(strangers).toEqual([]);
});

test('no client imports another client’s folder, but for what the programs of Linux share', () => {
  const folder = (file: string) => /^clients\/([^/]+)\//.exec(file)?.[1];
  const arrows = files.flatMap((file) => (imports.get(file) ?? []).map((to) => [folder(file), folder(to)] as const));
  const across = arrows.filter(([from, to]) => from !== undefined && to !== undefined && from !== to && to !== 'linux');
  expect(new Set(across.map((pair) => pair.join(' → ')))).toEqual(
    new Set([
      // Preferences for Outlook on a Mac are an Apple profile too, and have its identifiers.
      'outlook → apple',
      // Both read clientConfig files: one is written so that the other understands it.
      'thunderbird → thunderbird-android',
      'thunderbird-android → thunderbird',
    ]),
  );
});

test('there is no circle of imports, types included', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  const lines = (file: string) => (texts.get(file) ?? '').split('\n').length - 1;
  const long = files.filter((file) => !file.endsWith('.generated.ts') && lines(file) > 400);
  expect(long).toEqual([]);
});
