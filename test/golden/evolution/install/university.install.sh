#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'jeanne.martin@universite.example' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'evolution'/'jeanne.martin@universite.example' "$1/"'evolution'/*; do
# … what all scripts for Linux share
state=$root/'evolution'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'jeanne.martin@universite.example' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution est en cours d’exécution : fermez-le, puis recommencez ; rien n’a été modifié'; fi

# An account that is there under a former name keeps it: its password, its messages and the choice of the default one go by the name.
# What the account is called in its folder, and what it was called before. A former name was made of the address as it was typed then, so one of another spelling is known
# by the address in its file.
sources=$config/evolution/sources
uids='facteur-6bdb1674e7f15b62a90c193d4f82084e'' ''facteur-d032d235a84f51a2b10fe1ab0f2dd1cc'
for each in "$sources"/facteur-*-identity.source; do
  name=${each##*/}
  name=${name%-identity.source}
  case $name in *[!0-9a-z-]*) continue ;; esac
  case " $uids " in *" $name "*) continue ;; esac
  if grep -qixF -e 'Address=jeanne.martin@universite.example' "$each" 2>/dev/null; then uids="$uids $name"; fi
done
uid='facteur-6bdb1674e7f15b62a90c193d4f82084e'
for each in $uids; do
  if [ ! -f "$sources/$uid.source" ] && [ -f "$sources/$each.source" ]; then uid=$each; fi
done

# put_source KEY ENDING: plans the source whose keys are in $work/KEY. The file is ours by its name; Evolution adds what it likes.
put_source() {
  path=$sources/$uid$2.source
  sed s/'facteur-6bdb1674e7f15b62a90c193d4f82084e'/"$uid"/g "$work/$1" >"$work/$1.named"
  follow "$path"
  if [ -f "$target" ]; then
    merge_keys "$target" "$work/$1.named" 'DisplayName Enabled CheckAll UseSubscriptions KeepOnServer IntervalMinutes ProxyUid RememberPassword' \
      >"$work/$1.after"
  else
    cat "$work/$1.named" >"$work/$1.after"
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
  'IdentityUid=facteur-6bdb1674e7f15b62a90c193d4f82084e-identity' \
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
put_source 'account' ''

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Univ. Exemple jeanne.martin@universite.example' \
  'Enabled=true' \
  'Parent=facteur-6bdb1674e7f15b62a90c193d4f82084e' \
  '' \
  '[Mail Identity]' \
  'Address=jeanne.martin@universite.example' \
  'Name=Jeanne Martin' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-6bdb1674e7f15b62a90c193d4f82084e-transport' \
  >"$work"/'identity'
put_source 'identity' '-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Univ. Exemple jeanne.martin@universite.example' \
  'Enabled=true' \
  'Parent=facteur-6bdb1674e7f15b62a90c193d4f82084e' \
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
put_source 'transport' '-transport'

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
default default-mail-account "'system'" "$uid"
default default-mail-identity "''" "$uid-identity"
say 'C’est fait : Evolution a le compte jeanne.martin@universite.example. Il demande le mot de passe à l’ouverture. Si vous n’avez jamais choisi de compte par défaut, faites-le dans les préférences d’Evolution, sous les comptes de messagerie.'
