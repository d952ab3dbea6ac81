import type { RuleName } from '../../src/pages/password/rules.ts';

/** A password and the CNRS rules that it breaks; whose it is, where not Marie Dupont's. */
export interface Trial {
  readonly password: string;
  readonly broken: readonly RuleName[];
  readonly first: string;
  readonly last: string;
}

const trial = (password: string, broken: readonly RuleName[] = [], first = 'Marie', last = 'Dupont'): Trial => ({
  password,
  broken,
  first,
  last,
});

/** What CNRS asks for (profiles/cnrs.yaml), password by password. The unit tests and Chromium read the same table. */
export const trials: readonly Trial[] = [
  // Accepted
  trial('Orage-sur-le-lac'),
  trial('trois_Chats!'),
  trial('aB!aaaaaaaaa'),
  trial('Zinc+Cuivre=Laiton'),
  trial('QUATRE-quarts-au-four'),
  trial("l'Hiver/vient:bientot"),
  trial('{Lune}[Soleil](Etoile)'),
  trial('Pluie~de~grenouilles'),
  trial('a.B,c;D:e"F?g'),
  trial('\\Dossier\\cache|'),
  trial('<Neige>$en$Mai^&*@#%'),
  trial('Orage-sur-le-lac'.repeat(8)),
  // The space is in the list of special characters.
  trial('Orage sur le lac!'),
  trial('Orage sur le lac'),
  // Length
  trial('', ['length', 'lowercase', 'uppercase', 'special']),
  trial('aB!', ['length']),
  trial('Orage-lac11', ['length']),
  trial('Orage-lac111'),
  trial('a', ['length', 'uppercase', 'special']),
  // Kinds of characters
  trial('orage-sur-le-lac', ['uppercase']),
  trial('ORAGE-SUR-LE-LAC', ['lowercase']),
  trial('OrageSurLeLac', ['special']),
  trial('OrageSurLeLac2', ['special']),
  trial('-----+++++=====', ['lowercase', 'uppercase']),
  trial('oragesurlelac', ['uppercase', 'special']),
  trial('12345!54321!', ['lowercase', 'uppercase']),
  // Outside the closed list; an accented letter is neither a lower-case nor an upper-case one here.
  trial('Orage-d’été-froid', ['characters']),
  trial('Orage-a-100-€uros', ['characters']),
  trial('Orage`sur`le`lac!', ['characters']),
  trial('ÉTÉ-INDIEN-été-ete', ['characters']),
  trial('Orage-sur-le-lac\u00a0', ['characters']),
  trial('Orage§sur§le§lac', ['special', 'characters']),
  trial('Orage-sur-le-lac🦊', ['characters']),
  trial('Оrage-sur-le-Lac', ['characters']), // Begins with a Cyrillic letter.
  // Names
  trial('Vive-Marie-2000', ['names']),
  trial('vive-DUPONT-2000', ['names']),
  trial('Le-dup0nt-arrive', ['names']),
  trial('Le-d*pont-arrive', ['names']),
  trial('Le-Dup*nt-arrive', ['names']),
  trial('Le-D#p#n+-arrive', ['names']),
  trial('Mar!e-chante-bien', ['names']),
  trial('M@r1e-chante-bien', ['names']),
  trial('Chante-m4r13-bien', ['names']),
  trial('Chante-ma-rie-bien'),
  trial('Chante-mari-bien-3t', ['names']),
  trial('Un-pont-de-Dup-ain'),
  trial('Chante-m*****-bien-A'),
  trial('Eric-sur-le-lac!', ['names'], 'Éric', 'Martin'),
  trial('eR1C-sur-le-lac!', ['names'], 'Éric', 'Martin'),
  trial('Le-goff-d-or-12!', ['names'], 'Anne', 'Le Goff'),
  trial('Le-ciel-est-bleu', [], 'Anne', 'Le Goff'),
  trial('La-Claude-du-lac', ['names'], 'Marie-Claude', 'Bo'),
  trial('Le-bol-de-Boule-', [], 'Marie-Claude', 'Bo'),
  trial('Boire-un-The-la!', ['names'], 'Yi', 'Thé'),
  trial("Le-dOr'say-ferme", [], 'Yi', "d'Orsay"),
  trial('Le-Orsay-ferme!!', ['names'], 'Yi', "d'Orsay"),
  trial('Vive-Marie-Dupont', [], '', ''),
  // Digits in a row
  trial('Lac-12345-orage'),
  trial('Lac-123456-orage', ['digitRun']),
  trial('Lac-1234567-orage', ['digitRun']),
  trial('Lac-01012000-Orage', ['digitRun']),
  trial('Lac-123456789-Or', ['digitRun']),
  trial('Lac-01/01/2000-Or'),
  trial('Lac-12345-12345-Or'),
  trial('20221201Elections!', ['digitRun']),
  // Several at once
  trial('dupont01012000', ['uppercase', 'special', 'names', 'digitRun']),
  trial('été', ['length', 'uppercase', 'special', 'characters']),
];
