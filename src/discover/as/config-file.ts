import { type ConfigFacts, configFacts } from '../../lint/autoconfig/config-facts.ts';
import { contentOf } from '../../read/content.ts';

/** An answer as a clientConfig. @param change what a program does to its text before it reads it */
export function configIn(body: Uint8Array, change: (text: string) => string = (text) => text): ConfigFacts {
  const content = contentOf('', body);
  return configFacts(content.text === undefined ? content : { ...content, text: change(content.text) });
}
