#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'gail@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'evolution'/'gail@example.org' "$1/"'evolution'/*; do
# … what all scripts for Linux share
state=$root/'evolution'/'gail@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'gail@example.org' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'gail@example.org'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution is running: close it, then start again; nothing has been changed'; fi

# An account that is there under a former name keeps it: its password, its messages and the choice of the default one go by the name.
# What the account is called in its folder, and what it was called before. A former name was made of the address as it was typed then, so one of another spelling is known
# by the address in its file.
sources=$config/evolution/sources
uids='facteur-72a66ff46caf5a7ab8b2df7b231ff2eb'' ''facteur-d05fdeba3f71526b93e5b64248cff591'
for each in "$sources"/facteur-*-identity.source; do
  name=${each##*/}
  name=${name%-identity.source}
  case $name in *[!0-9a-z-]*) continue ;; esac
  case " $uids " in *" $name "*) continue ;; esac
  if grep -qixF -e 'Address=gail@example.org' "$each" 2>/dev/null; then uids="$uids $name"; fi
done
uid='facteur-72a66ff46caf5a7ab8b2df7b231ff2eb'
for each in $uids; do
  if [ ! -f "$sources/$uid.source" ] && [ -f "$sources/$each.source" ]; then uid=$each; fi
done

# put_source KEY ENDING: plans the source whose keys are in $work/KEY. The file is ours by its name; Evolution adds what it likes.
put_source() {
  path=$sources/$uid$2.source
  sed s/'facteur-72a66ff46caf5a7ab8b2df7b231ff2eb'/"$uid"/g "$work/$1" >"$work/$1.named"
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
  'DisplayName=Example gail@example.org' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-72a66ff46caf5a7ab8b2df7b231ff2eb-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.gmail.com' \
  'Method=Google' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=gail@example.org' \
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
  'DisplayName=Example gail@example.org' \
  'Enabled=true' \
  'Parent=facteur-72a66ff46caf5a7ab8b2df7b231ff2eb' \
  '' \
  '[Mail Identity]' \
  'Address=gail@example.org' \
  'Name=Gail Oogle' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-72a66ff46caf5a7ab8b2df7b231ff2eb-transport' \
  >"$work"/'identity'
put_source 'identity' '-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example gail@example.org' \
  'Enabled=true' \
  'Parent=facteur-72a66ff46caf5a7ab8b2df7b231ff2eb' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.gmail.com' \
  'Method=Google' \
  'Port=587' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=gail@example.org' \
  '' \
  '[Security]' \
  'Method=starttls-on-standard-port' \
  >"$work"/'transport'
put_source 'transport' '-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account gail@example.org. When you open it, it shows a page of your provider: sign in there with the login gail@example.org. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
