#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'evolution'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'evolution'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'evolution'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'Jean-Luc.Martin+listes@example.org'
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
  'DisplayName=Example Jean-Luc.Martin+listes@example.org' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-b1f37030e03b5e2e98def8559e12b770-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.example.org' \
  'Method=PLAIN' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=jean-luc.martin@login.example.org' \
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
put_source 'account' 'facteur-b1f37030e03b5e2e98def8559e12b770'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example Jean-Luc.Martin+listes@example.org' \
  'Enabled=true' \
  'Parent=facteur-b1f37030e03b5e2e98def8559e12b770' \
  '' \
  '[Mail Identity]' \
  'Address=Jean-Luc.Martin+listes@example.org' \
  'Name=Jean-Luc Martin' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-b1f37030e03b5e2e98def8559e12b770-transport' \
  >"$work"/'identity'
put_source 'identity' 'facteur-b1f37030e03b5e2e98def8559e12b770-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example Jean-Luc.Martin+listes@example.org' \
  'Enabled=true' \
  'Parent=facteur-b1f37030e03b5e2e98def8559e12b770' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.example.org' \
  'Method=PLAIN' \
  'Port=587' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=jean-luc.martin@login.example.org' \
  '' \
  '[Security]' \
  'Method=starttls-on-standard-port' \
  >"$work"/'transport'
put_source 'transport' 'facteur-b1f37030e03b5e2e98def8559e12b770-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account Jean-Luc.Martin+listes@example.org. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
