#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'evolution'/'cram@example.org' ] || [ ! -d "$root/"'evolution'/'cram@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'evolution'/'cram@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'cram@example.org' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'cram@example.org'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution is running: close it, then start again; nothing has been changed'; fi

# put_source KEY UID: plans the source whose keys are in $work/KEY. The file is ours by its name; Evolution adds what it likes.
put_source() {
  path=$config/evolution/sources/$2.source
  follow "$path"
  if [ -f "$target" ]; then
    merge_keys "$target" "$work/$1" 'DisplayName Enabled CheckAll UseSubscriptions KeepOnServer IntervalMinutes ProxyUid RememberPassword' \
      >"$work/$1.after"
  else
    cat "$work/$1" >"$work/$1.after"
  fi
  plan "$1" "$path" "$work/$1.after"
}

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example cram@example.org' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-afdfa503f5ec57db905f74f819ba8e65-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.example.org' \
  'Method=CRAM-MD5' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=cram@example.org' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  '' \
  '[Imapx Backend]' \
  'CheckAll=true' \
  'UseSubscriptions=false' \
  '' \
  '[Refresh]' \
  'Enabled=true' \
  'IntervalMinutes=10' \
  >"$work"/'account'
put_source 'account' 'facteur-afdfa503f5ec57db905f74f819ba8e65'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example cram@example.org' \
  'Enabled=true' \
  'Parent=facteur-afdfa503f5ec57db905f74f819ba8e65' \
  '' \
  '[Mail Identity]' \
  'Address=cram@example.org' \
  'Name=Cram' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-afdfa503f5ec57db905f74f819ba8e65-transport' \
  >"$work"/'identity'
put_source 'identity' 'facteur-afdfa503f5ec57db905f74f819ba8e65-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example cram@example.org' \
  'Enabled=true' \
  'Parent=facteur-afdfa503f5ec57db905f74f819ba8e65' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.example.org' \
  'Method=CRAM-MD5' \
  'Port=465' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=cram@example.org' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  >"$work"/'transport'
put_source 'transport' 'facteur-afdfa503f5ec57db905f74f819ba8e65-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account cram@example.org. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
