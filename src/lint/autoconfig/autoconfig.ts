import { clientConfigOf } from '../../read/client-config-file.ts';
import { readXmlTree, type XmlElement } from '../../read/xml-tree.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { androidRules } from './android-rules.ts';
import { androidView } from './android-view.ts';
import { type ConfigFacts, MOST_SERVERS } from './config-facts.ts';
import { connectionRules } from './connection-rules.ts';
import { evolutionView } from './evolution-view.ts';
import { fileRules } from './file-rules.ts';
import { gearyView } from './geary-view.ts';
import { listRules } from './list-rules.ts';
import { loginRules } from './login-rules.ts';
import { methodRules } from './method-rules.ts';
import { nextcloudView } from './nextcloud-view.ts';
import { pageRules } from './page-rules.ts';
import { providerRules } from './provider-rules.ts';
import { refusedRules } from './refused-rules.ts';
import { thunderbirdView } from './thunderbird-view.ts';
import { valueRules } from './value-rules.ts';
import { autoconfigWords } from './words.ts';

/** A document type that brings nothing: programs pass over it. One with declarations is read no further. */
const BARE_DOCTYPE = /<!DOCTYPE\s[^[<>]*>/;

const rules = {
  ...fileRules,
  ...providerRules,
  ...valueRules,
  ...listRules,
  ...connectionRules,
  ...loginRules,
  ...methodRules,
  ...pageRules,
  ...androidRules,
};

/** The file without the servers that are too many. */
function withFewServers(root: XmlElement): { root: XmlElement; beyond: number | undefined } {
  let count = 0;
  let beyond: number | undefined;
  const kept = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.filter(({ name, at }) => {
      if (name !== 'incomingServer' && name !== 'outgoingServer') return true;
      count += 1;
      if (count > MOST_SERVERS) beyond ??= at;
      return count <= MOST_SERVERS;
    }),
  });
  const children = root.children.map((child) => (child.name === 'emailProvider' ? kept(child) : child));
  return count <= MOST_SERVERS ? { root, beyond } : { root: { ...root, children }, beyond };
}

/** Judges clientConfig files (`config-v1.1.xml`, those of Mozilla's database, `isp/*.xml`). */
export const clientConfigKind = defineKind<ConfigFacts>({
  id: 'client-config',
  read(content) {
    const whole = readXmlTree(content.text ?? '', [BARE_DOCTYPE]);
    if (whole.kind === 'fault') return { content, xml: whole, config: undefined, beyond: undefined };
    const { root, beyond } = withFewServers(whole.root);
    return { content, xml: { ...whole, root }, config: clientConfigOf(root), beyond };
  },
  text: ({ content, xml }) => (xml.kind === 'document' ? xml.text : (content.text ?? '').replace(/\r\n?/g, '\n')),
  rules: defineRules('autoconfig', autoconfigWords, { ...rules, ...refusedRules(Object.values(rules)) }),
  views: {
    thunderbird: thunderbirdView,
    'thunderbird-android': androidView,
    evolution: evolutionView,
    geary: gearyView,
    'nextcloud-mail': nextcloudView,
  },
});
