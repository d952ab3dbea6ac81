import { defineClient, defineFormat } from '../client.ts';
import { pageContext, refusesByHand } from './page.ts';

/** The mail apps of Android that take no file: a page of steps with the person's own values. */
export const android = defineClient({
  id: 'android',
  title: 'Android',
  devices: ['android'],
  formats: [
    defineFormat({
      id: 'setup',
      template: 'android/setup.html',
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      perLanguage: true,
      support: [
        { product: 'Thunderbird for Android, K-9 Mail', evidence: 'documented' },
        { product: 'Gmail', evidence: 'unverified' },
        { product: 'Samsung Email', evidence: 'unverified' },
        { product: 'Outlook for Android', evidence: 'unverified' },
      ],
      purpose: (texts) => texts.android.setup,
      refuses: refusesByHand,
      fileName: (account, language) => (language === account.language ? 'setup.html' : `setup.${language}.html`),
      context: pageContext,
    }),
  ],
});
