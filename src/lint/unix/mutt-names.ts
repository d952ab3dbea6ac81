/** Commands of NeoMutt 20220429 and Mutt 2.2.12, and of their releases since (neomuttrc(5), muttrc(5)). */
export const muttCommands: ReadonlySet<string> = new Set(
  (
    'account-hook alias alternates alternative_order append-hook attachments auto_view bind cd charset-hook close-hook ' +
    'color crypt-hook echo exec fcc-hook fcc-save-hook finish folder-hook group hdr_order header_order iconv-hook ifdef ' +
    'ifndef ignore index-format-hook lists lua lua-source macro mailboxes mailto_allow mbox-hook message-hook ' +
    'mime_lookup mono my_hdr named-mailboxes nospam open-hook pgp-hook push reply-hook reset run save-hook score send-hook ' +
    'send2-hook set setenv shutdown-hook sidebar_pin sidebar_unpin sidebar_unwhitelist sidebar_whitelist source spam ' +
    'startup-hook subjectrx subscribe subscribe-to tag-formats tag-transforms timeout-hook toggle unalias unalternates ' +
    'unalternative_order unattachments unauto_view unbind uncolor ungroup unhdr_order unheader_order unhook unignore ' +
    'unlists unmacro unmailboxes unmailto_allow unmime_lookup unmono unmy_hdr unscore unset unsetenv unsubjectrx ' +
    'unsubscribe unsubscribe-from unvirtual-mailboxes version virtual-mailboxes'
  ).split(' '),
);

/** Their variables about servers: `imap_`, `smtp_`, `pop_`, `ssl_`. */
export const muttServerVariables: ReadonlySet<string> = new Set(
  (
    'imap_authenticators imap_check_subscribed imap_condstore imap_deflate imap_delim_chars imap_fetch_chunk_size ' +
    'imap_headers imap_home_namespace imap_idle imap_keepalive imap_list_subscribed imap_login ' +
    'imap_oauth_refresh_command imap_pass imap_passive imap_peek imap_pipeline_depth ' +
    'imap_poll_timeout imap_qresync imap_rfc5161 imap_send_id imap_server_noise imap_servernoise imap_user ' +
    'pop_auth_try_all pop_authenticators pop_check_interval pop_checkinterval pop_delete pop_host pop_last ' +
    'pop_oauth_refresh_command pop_pass pop_reconnect pop_user smtp_authenticators ' +
    'smtp_oauth_refresh_command smtp_pass smtp_url smtp_user ssl_ca_certificates_file ' +
    'ssl_ciphers ssl_client_cert ssl_force_tls ssl_min_dh_prime_bits ssl_starttls ssl_use_sslv2 ssl_use_sslv3 ' +
    'ssl_use_tlsv1 ssl_use_tlsv1_1 ssl_use_tlsv1_2 ssl_use_tlsv1_3 ssl_usesystemcerts ssl_use_system_certs ' +
    'ssl_verify_dates ssl_verify_host ssl_verify_host_override ssl_verify_partial_chains'
  ).split(' '),
);
