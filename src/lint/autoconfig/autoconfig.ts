import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { aercView } from './aerc-view.ts';
import { androidRules } from './android-rules.ts';
import { androidView } from './android-view.ts';
import { type ConfigFacts, configFacts } from './config-facts.ts';
import { connectionRules } from './connection-rules.ts';
import { deltaChatView } from './delta-chat-view.ts';
import { evolutionView } from './evolution-view.ts';
import { fairEmailView } from './fairemail-view.ts';
import { fileRules } from './file-rules.ts';
import { gearyView } from './geary-view.ts';
import { kmailView } from './kmail-view.ts';
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

/** Judges clientConfig files (`config-v1.1.xml`, those of Mozilla's database, `isp/*.xml`). */
export const clientConfigKind = defineKind<ConfigFacts>({
  id: 'client-config',
  read: configFacts,
  text: ({ content, xml }) => (xml.kind === 'document' ? xml.text : (content.text ?? '').replace(/\r\n?/g, '\n')),
  rules: defineRules('autoconfig', autoconfigWords, { ...rules, ...refusedRules(Object.values(rules)) }),
  views: {
    thunderbird: thunderbirdView,
    'thunderbird-android': androidView,
    evolution: evolutionView,
    geary: gearyView,
    'nextcloud-mail': nextcloudView,
    kmail: kmailView,
    fairemail: fairEmailView,
    'delta-chat': deltaChatView,
    aerc: aercView,
  },
});
