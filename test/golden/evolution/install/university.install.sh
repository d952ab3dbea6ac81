#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'evolution'/'jeanne.martin@universite.example' ] || [ ! -d "$root/"'evolution'/'jeanne.martin@universite.example' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'evolution'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'jeanne.martin@universite.example' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution est en cours d’exécution : fermez-le, puis recommencez ; rien n’a été modifié'; fi

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
  'DisplayName=Univ. Exemple jeanne.martin@universite.example' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-d032d235a84f51a2b10fe1ab0f2dd1cc-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.universite.example' \
  'Method=PLAIN' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=jeanne.martin@universite.example' \
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
put_source 'account' 'facteur-d032d235a84f51a2b10fe1ab0f2dd1cc'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Univ. Exemple jeanne.martin@universite.example' \
  'Enabled=true' \
  'Parent=facteur-d032d235a84f51a2b10fe1ab0f2dd1cc' \
  '' \
  '[Mail Identity]' \
  'Address=jeanne.martin@universite.example' \
  'Name=Jeanne Martin' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-d032d235a84f51a2b10fe1ab0f2dd1cc-transport' \
  >"$work"/'identity'
put_source 'identity' 'facteur-d032d235a84f51a2b10fe1ab0f2dd1cc-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Univ. Exemple jeanne.martin@universite.example' \
  'Enabled=true' \
  'Parent=facteur-d032d235a84f51a2b10fe1ab0f2dd1cc' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.universite.example' \
  'Method=PLAIN' \
  'Port=465' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=jeanne.martin@universite.example' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  >"$work"/'transport'
put_source 'transport' 'facteur-d032d235a84f51a2b10fe1ab0f2dd1cc-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
: >"$work/plan/account.default"
install

# The first mailbox: where no account has been chosen as the default one, this is it.
default() {
  chosen=$(gsettings get org.gnome.Evolution.DefaultSources "$1" 2>/dev/null) || :
  if [ "$chosen" = "$2" ]; then
    gsettings set org.gnome.Evolution.DefaultSources "$1" "$3" 2>/dev/null || :
  fi
}
default default-mail-account "'system'" 'facteur-d032d235a84f51a2b10fe1ab0f2dd1cc'
default default-mail-identity "''" 'facteur-d032d235a84f51a2b10fe1ab0f2dd1cc-identity'
say 'C’est fait : Evolution a le compte jeanne.martin@universite.example. Il demande le mot de passe à l’ouverture. Si vous n’avez jamais choisi de compte par défaut, faites-le dans les préférences d’Evolution, sous les comptes de messagerie.'
