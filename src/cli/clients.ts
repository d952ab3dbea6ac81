import { supportLines } from '../clients/evidence.ts';
import { clients } from '../clients/index.ts';
import { texts } from '../words/index.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

/** `facteur clients`: what can be made, for which devices and versions, and how well each is known to work. */
export function listClients({ json }: { readonly json: boolean }, terminal: Terminal): ExitCode {
  if (json) {
    const list = clients.map(({ id, title, devices, formats, guides }) => ({
      id,
      title,
      devices,
      formats: formats(terminal.language).map((format) => ({
        id: format.id,
        mediaType: format.mediaType,
        audience: format.audience,
        devices: format.devices ?? devices,
        support: format.support.map(({ condition, ...each }) => each),
      })),
      guides: guides.map((guide) => ({ id: guide.id, devices: guide.devices ?? devices })),
    }));
    terminal.print(JSON.stringify(list, undefined, 2));
    return exitCode.done;
  }
  const catalogue = texts(terminal.language);
  const { cli, devices: deviceNames } = catalogue;
  for (const { id, title, devices, formats, guides } of clients) {
    terminal.print(`${id} — ${title}, ${devices.map((device) => deviceNames[device]).join(', ')}`);
    for (const { id: format, audience, support } of formats(terminal.language)) {
      terminal.print(`  ${format} (${cli.audiences[audience]})`);
      for (const line of supportLines(support, terminal.language)) terminal.print(`    ${line}`);
    }
    for (const guide of guides) terminal.print(`  ${guide.id} (${cli.guide}): ${guide.words(terminal.language).title}`);
    terminal.print('');
  }
  return exitCode.done;
}
