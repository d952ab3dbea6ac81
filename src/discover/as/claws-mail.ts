import type { DnsValues } from '../../net/net.ts';
import { type EndServer, startDiary } from './look-up.ts';
import { askRecords } from './records.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/** Claws Mail 4.1 to 4.3 (src/gtk/gtkutils.c, src/wizard.c of 4.1.1; read), at the press of “Auto-configure”: SRV records alone, and the address as login. */
export const asClawsMail: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const ask = (name: string) => askRecords(asked, `${name}._tcp.${asked.domain}`, 'SRV');
    const [imaps, submission] = await Promise.all([ask('_imaps'), ask('_submission')]);
    const imap = first(imaps.records) === undefined ? await ask('_imap') : undefined;
    const [secure, plain, sends] = [first(imaps.records), first(imap?.records ?? []), first(submission.records)];
    const server = (protocol: 'imap' | 'smtp', record: DnsValues['SRV'], security: 'tls' | 'starttls'): EndServer => ({
      protocol,
      host: record.target,
      port: record.port,
      security,
      authentication: 'password',
      login: asked.told.text,
    });
    const incoming = secure ? server('imap', secure, 'tls') : plain && server('imap', plain, 'starttls');
    // Under the one name that it asks for sending, this port alone has TLS from the start.
    const outgoing = sends && server('smtp', sends, sends.port === 465 ? 'tls' : 'starttls');
    const complete = incoming !== undefined && outgoing !== undefined;
    diary.step(
      remark('asks-records-by-button', {}),
      [imaps.place, ...(imap === undefined ? [] : [imap.place]), submission.place],
      complete
        ? remark('then-fills-address', { login: asked.told.text })
        : remark('then-proposes', { servers: `imap.${asked.domain}, smtp.${asked.domain}` }),
    );
    if (incoming === undefined && outgoing === undefined) return diary.end('nothing');
    return diary.end(complete ? 'configured' : 'asks', { incoming, outgoing });
  },
};

/** As RFC 2782 orders them; of those of one priority a draw would choose, here the greatest weight stands first. */
function first(records: readonly DnsValues['SRV'][]): DnsValues['SRV'] | undefined {
  return records
    .toSorted((one, other) => one.priority - other.priority || other.weight - one.weight)
    .find(({ target, port }) => target !== '' && port > 0);
}
