import { clientConfigOf } from '../../read/client-config-file.ts';
import { readXmlTree } from '../../read/xml-tree.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import type { ConfigFacts } from './config-facts.ts';
import { fileRules } from './file-rules.ts';
import { serverRules } from './server-rules.ts';
import { autoconfigWords } from './words.ts';

/** Judges clientConfig files (`config-v1.1.xml`, those of Mozilla's database, `isp/*.xml`). */
export const clientConfigKind = defineKind<ConfigFacts>({
  id: 'client-config',
  read(content) {
    const xml = readXmlTree(content.text ?? '');
    return { content, xml, config: xml.kind === 'document' ? clientConfigOf(xml.root) : undefined };
  },
  text: ({ content, xml }) => (xml.kind === 'document' ? xml.text : (content.text ?? '').replace(/\r\n?/g, '\n')),
  rules: defineRules('autoconfig', autoconfigWords, { ...fileRules, ...serverRules }),
});
