/** One of the people that every source has. */
export interface Somebody {
  readonly address: string;
  readonly login: string;
  readonly name: string;
  readonly language: string;
}

const FIRST = ['Anaïs', 'Zoé', 'Jean-Loup', 'François', 'Œdipe', 'Maëlle', 'Łucja', 'D’Arcy', 'Noël', 'Inès'];
const LAST = ['Lefèvre', 'O’Brien', 'Müller; Ltd', 'de "Roy"', 'Nguyễn', 'Garçon, fils', 'Çelik', 'Smith'];

/** So many people of CNRS, each with a login of another realm; some without a name, or without a language. */
export function manyPeople(count: number): Somebody[] {
  return Array.from({ length: count }, (_, at) => ({
    address: `p${at}@cnrs.fr`,
    login: `p${at}@ods.services`,
    name: at % 7 === 3 ? '' : `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}`,
    language: ['fr', 'en', ''][at % 3] ?? '',
  }));
}

export function inCsv(people: readonly Somebody[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = people.map(({ address, login, name, language }) => [address, login, name, language].map(quoted));
  return [['Adresse', 'Identifiant', 'Nom complet', 'Langue'], ...lines]
    .map((line) => `${line.join(';')}\r\n`)
    .join('');
}

export function inPostfixMap(people: readonly Somebody[]): string {
  return ['# address  login', ...people.map(({ address, login }) => `${address}\t${login}`), ''].join('\n');
}
