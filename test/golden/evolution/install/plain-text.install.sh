#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'evolution'/'clear@example.org' ] || [ ! -d "$root/"'evolution'/'clear@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'evolution'/'clear@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'clear@example.org' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'clear@example.org'
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
  'DisplayName=Example clear@example.org' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-857f3d03959150b4b976039c889c206e-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.example.org' \
  'Method=PLAIN' \
  'Port=143' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=clear' \
  '' \
  '[Security]' \
  'Method=none' \
  '' \
  '[Imapx Backend]' \
  'CheckAll=true' \
  'UseSubscriptions=false' \
  '' \
  '[Refresh]' \
  'Enabled=true' \
  'IntervalMinutes=10' \
  >"$work"/'account'
put_source 'account' 'facteur-857f3d03959150b4b976039c889c206e'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example clear@example.org' \
  'Enabled=true' \
  'Parent=facteur-857f3d03959150b4b976039c889c206e' \
  '' \
  '[Mail Identity]' \
  'Address=clear@example.org' \
  'Name=Clear Text' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-857f3d03959150b4b976039c889c206e-transport' \
  >"$work"/'identity'
put_source 'identity' 'facteur-857f3d03959150b4b976039c889c206e-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example clear@example.org' \
  'Enabled=true' \
  'Parent=facteur-857f3d03959150b4b976039c889c206e' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.example.org' \
  'Method=none' \
  'Port=25' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  '' \
  '[Security]' \
  'Method=none' \
  >"$work"/'transport'
put_source 'transport' 'facteur-857f3d03959150b4b976039c889c206e-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account clear@example.org. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
