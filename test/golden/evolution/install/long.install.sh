#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'evolution'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ] || [ ! -d "$root/"'evolution'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'evolution'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
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
  'DisplayName=Example llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-8262336933db50ab9e545544bc07f056-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.example.org' \
  'Method=PLAIN' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' \
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
put_source 'account' 'facteur-8262336933db50ab9e545544bc07f056'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' \
  'Enabled=true' \
  'Parent=facteur-8262336933db50ab9e545544bc07f056' \
  '' \
  '[Mail Identity]' \
  'Address=llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' \
  'Name=Long' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-8262336933db50ab9e545544bc07f056-transport' \
  >"$work"/'identity'
put_source 'identity' 'facteur-8262336933db50ab9e545544bc07f056-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' \
  'Enabled=true' \
  'Parent=facteur-8262336933db50ab9e545544bc07f056' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.example.org' \
  'Method=PLAIN' \
  'Port=465' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  >"$work"/'transport'
put_source 'transport' 'facteur-8262336933db50ab9e545544bc07f056-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
