import type { Argv } from 'yargs';
import { baredAll } from './arguments.ts';
import type { CommandTools } from './file-commands.ts';

/** As `publish/dns-formats` has them, which only who calls the command loads. */
const FORMATS = ['table', 'bind', 'nsupdate', 'octodns', 'dnscontrol', 'terraform-cloudflare', 'route53'] as const;

/** `facteur dns`, as yargs reads it. */
export function dnsCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  return parser.command(
    'dns [domain..]',
    words.commands.dns,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .positional('domain', { describe: words.options.dnsDomain, type: 'string', array: true })
        .options(
          having({
            profile: { describe: words.options.profile, type: 'string', array: true, requiresArg: true },
            server: { describe: words.options.server, type: 'string', requiresArg: true },
            format: { describe: words.options.dnsFormat, type: 'string', requiresArg: true, choices: FORMATS },
            ttl: { describe: words.options.ttl, type: 'string', requiresArg: true, default: '3600' },
            zone: { describe: words.options.zone, type: 'string', array: true, requiresArg: true },
            out: { describe: words.options.dnsOut, type: 'string', requiresArg: true },
            force: { describe: words.options.dnsForce, type: 'boolean' },
            autodiscover: {
              describe: words.options.autodiscover,
              type: 'string',
              requiresArg: true,
              choices: ['cname', 'srv', 'none'] as const,
            },
          }),
        )
        .epilogue(shown('dns', 'dnsBind', 'dnsZones')),
    (argv) => {
      const given = baredAll(argv);
      const { domain: domains = [], profile: profiles = [], server, ttl, format = 'table', json = false } = given;
      const { autodiscover = 'cname', zone: zones = [], out } = given;
      const switches = { force: given.force === true, json: json === true };
      call(async () => {
        const { dns } = await import('./dns.ts');
        return dns({ domains, profiles, server, ttl, format, autodiscover, zones, out, ...switches }, terminal);
      });
    },
  );
}
