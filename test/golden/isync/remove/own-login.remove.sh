#!/bin/sh
# Exit codes: 0 done or nothing to do, 1 failed and undone, 2 not begun; the reason is then one line on standard error, and nothing has changed.

set -eu
umask 077
# Files are read byte by byte, whatever their encoding.
LC_ALL=C
export LC_ALL

say() {
  printf '%s\n' "$@"
}

# refuse WHAT REASON: tells why nothing is done.
refused=
refuse() {
  refused=1
  printf '%s: %s\n' "$1" "$2" >&2
  exit 2
}

[ $# -eq 0 ] || refuse "$1" 'ce script ne prend pas d’argument : lancez-le sans rien ajouter'
case ${HOME-} in /*) ;; *) refuse HOME 'ce n’est pas le dossier d’une personne : définissez HOME' ;; esac
[ -d "$HOME" ] || refuse "$HOME" 'ce n’est pas le dossier d’une personne : définissez HOME'
# A relative path counts for nothing (XDG Base Directory Specification).
case ${XDG_STATE_HOME-} in /*) root=$XDG_STATE_HOME/facteur ;; *) root=$HOME/.local/state/facteur ;; esac
state=$root/'isync'/'marie.curie@cnrs.fr'

work=
committing=

# However this ends, what was only begun goes.
leave() {
  code=$?
  trap - EXIT
  trap '' HUP INT TERM
  [ -n "$work" ] || exit "$code"
  [ -z "$committing" ] || undo
  for each in "$work"/plan/*.fresh; do
    [ -f "$each" ] || continue
    fresh=$(cat "$each")
    rm -f "$fresh"
  done
  if [ "$code" -ne 0 ]; then
    [ -n "$refused" ] || code=1
    rm -rf "$state.new" "$root/folders.new"
    sort -r "$work/folders" | while IFS= read -r each; do rmdir "$each" 2>/dev/null || :; done
  fi
  rm -rf "$work"
  [ "$code" -ne 1 ] || printf '%s\n' 'L’opération a échoué, et ce qui avait été fait a été défait.' >&2
  exit "$code"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

work=$(mktemp -d 2>/dev/null) || refuse "${TMPDIR:-/tmp}" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
: >"$work/folders"
mkdir "$work/plan" "$work/kept"
case ${XDG_CONFIG_HOME-} in /*) config=$XDG_CONFIG_HOME ;; *) config=$HOME/.config ;; esac
# A change is planned file by file, each under a key, and then made at once. What every file was and became is noted in $state: KEY.path; KEY.before, what
# it would be without us (absent: no file); KEY.after; KEY.block, our part of it, where it is not all ours.

# follow PATH: the file that a path leads to, in $target. A link stays a link: it leads to where somebody keeps such files.
follow() {
  target=$1
  if [ -L "$1" ]; then
    target=$(readlink -f "$1" 2>/dev/null) || refuse "$1" 'ce lien ne mène nulle part : retirez-le ou corrigez-le, puis recommencez ; rien n’a été modifié'
  fi
  if [ -e "$target" ]; then
    [ -f "$target" ] || refuse "$1" 'ce n’est pas un fichier : déplacez-le, puis recommencez ; rien n’a été modifié'
    [ -r "$target" ] || refuse "$1" 'lecture impossible : autorisez-la, puis recommencez ; rien n’a été modifié'
  fi
}

# same FILE FILE: do both exist, with the same bytes?
same() {
  [ -f "$1" ] && [ -f "$2" ] && cmp -s "$1" "$2"
}

# noted KEY: is something known about this key? The note is then the path.
noted() {
  [ -f "$state/$1.path" ]
}

# unchanged KEY: is the file at $target still what we made of it?
unchanged() {
  noted "$1" && same "$state/$1.after" "$target"
}

# plan KEY PATH AFTER BEFORE: the file at PATH shall be as the file AFTER; without us it would be as the file BEFORE. An empty name stands for no file.
plan() {
  printf '%s\n' "$2" >"$work/plan/$1.path"
  if [ -n "$3" ]; then cat "$3" >"$work/plan/$1.after"; fi
  if [ -n "$4" ]; then cat "$4" >"$work/plan/$1.before"; fi
}

# keep KEY FILE: somebody changed what was ours; the changes will be found in the folder that $kept then names.
kept=
keep() {
  kept=$root/kept/'isync'/'marie.curie@cnrs.fr'
  cat "$2" >"$work/kept/$1"
}

# put_file KEY PATH FILE: plans a file that is ours alone. One that was there before comes back with drop_file.
put_file() {
  follow "$2"
  before=
  if noted "$1"; then
    if [ -f "$target" ] && ! same "$target" "$3" && ! unchanged "$1"; then keep "$1" "$target"; fi
    if [ -f "$state/$1.before" ]; then before=$state/$1.before; fi
  elif [ -f "$target" ]; then
    before=$target
  fi
  plan "$1" "$2" "$3" "$before"
}

# drop_file KEY: plans that a file of put_file goes.
found=
drop_file() {
  noted "$1" || return 0
  found=1
  path=$(cat "$state/$1.path")
  follow "$path"
  if [ -f "$target" ] && ! unchanged "$1"; then keep "$1" "$target"; fi
  before=
  if [ -f "$state/$1.before" ]; then before=$state/$1.before; fi
  plan "$1" "$path" "$before" ''
}

# make_folder PATH: with those above it.
make_folder() {
  [ ! -d "${1:-/}" ] || return 0
  case $1 in */*) make_folder "${1%/*}" ;; esac
  # First the note: a signal may come between the two.
  printf '%s\n' "$1" >>"$work/folders"
  mkdir "$1" 2>/dev/null || refuse "$1" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
}

# prepare: all that can fail, for every file of the plan.
prepare() {
  for each in "$work"/plan/*.path; do
    [ -f "$each" ] || continue
    each=${each%.path}
    path=$(cat "$each.path")
    follow "$path"
    if [ -f "$each.after" ]; then
      ! same "$each.after" "$target" || continue
      make_folder "${target%/*}"
      fresh=$target.facteur-$$
      printf '%s\n' "$fresh" >"$each.fresh"
      # The copy brings the owner and the mode.
      if [ -f "$target" ]; then cp -p "$target" "$fresh" 2>/dev/null || refuse "$path" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'; fi
      { cat "$each.after" >"$fresh"; } 2>/dev/null || refuse "$path" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
    elif [ -e "$target" ]; then
      [ -w "${target%/*}" ] || refuse "$path" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
    else
      continue
    fi
    printf '%s\n' "$target" >"$each.target"
    if [ -f "$target" ]; then cp -p "$target" "$each.was"; fi
  done
  for each in "$work"/kept/*; do
    [ -f "$each" ] || continue
    make_folder "$kept"
    copy=$kept/${each##*/}
    while [ -e "$copy" ] && ! same "$each" "$copy"; do copy=$copy+; done
    cp "$each" "$copy" 2>/dev/null || refuse "$kept" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
  done
}

# make: puts the prepared files in their places.
make() {
  trap '' HUP INT TERM
  committing=1
  for each in "$work"/plan/*.target; do
    [ -f "$each" ] || continue
    each=${each%.target}
    target=$(cat "$each.target")
    if [ -f "$each.fresh" ]; then
      fresh=$(cat "$each.fresh")
      mv -f "$fresh" "$target" 2>/dev/null || exit 1
      rm "$each.fresh"
    else
      rm -f "$target" 2>/dev/null || exit 1
    fi
    : >"$each.made"
  done
  committing=
}

undo() {
  for each in "$work"/plan/*.made; do
    [ -f "$each" ] || continue
    target=$(cat "${each%.made}.target")
    if [ -f "${each%.made}.was" ]; then cp -p "${each%.made}.was" "$target" || :; else rm -f "$target" || :; fi
  done
}

# install: makes what is planned so, and notes it.
install() {
  make_folder "${state%/*}"
  rm -rf "$state.new"
  { mkdir "$state.new" && if [ -d "$state" ]; then cp "$state"/* "$state.new"; fi; } 2>/dev/null ||
    refuse "$state" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
  for each in "$work"/plan/*.path; do
    key=${each##*/}
    key=${key%.path}
    rm -f "$state.new/$key".*
    cp "$work/plan/$key".* "$state.new" 2>/dev/null || refuse "$state" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
  done
  prepare
  # Once it is made, nothing may fail any more: on a full disk this is where it would.
  { if [ -e "$root/folders" ]; then cat "$root/folders"; fi && cat "$work/folders"; } 2>/dev/null >"$root/folders.new" ||
    refuse "$state" 'écriture impossible ici : faites de la place ou autorisez l’écriture, puis recommencez ; rien n’a été modifié'
  make
  rm -rf "$state"
  mv "$state.new" "$state"
  mv "$root/folders.new" "$root/folders"
  if [ -n "$kept" ]; then say 'Ce que vous aviez modifié dans notre partie est conservé dans ce dossier :' "$kept"; fi
}

# remove: makes what is planned so, forgets it, says so, and takes the folders away that were made for it and are empty.
remove() {
  prepare
  { cat "$work/folders" && if [ -f "$root/folders" ]; then cat "$root/folders"; fi && printf '%s\n' "${state%/*}"; } >"$work/made"
  make
  rm -rf "$state"
  rm -f "$root/folders"
  sort -ru "$work/made" | while IFS= read -r each; do
    rmdir "$each" 2>/dev/null || [ ! -d "$each" ] || printf '%s\n' "$each"
  done >"$work/left"
  # Where another account is still noted, its folders are too.
  if [ -d "$root" ]; then cat "$work/left" >"$root/folders"; fi
  if [ -n "$kept" ]; then say 'Ce que vous aviez modifié dans notre partie est conservé dans ce dossier :' "$kept"; fi
  if [ -n "$found" ]; then say 'C’est fait : ce qui avait été installé ici est retiré. Vos messages restent.'; else say 'Il n’y avait rien à retirer.'; fi
}
# Our part of a file stands between two comments. The first also says what the file lacked before, so that the file can be given back to the byte: itself,
# or the end of its last line.
begin='# >>> facteur isync marie.curie@cnrs.fr'
end='# <<< facteur isync marie.curie@cnrs.fr'

# find_block PATH: the lines of our part in $target, in $first and $last, empty where there is none.
find_block() {
  first=
  last=
  [ -f "$target" ] || return 0
  first=$(grep -nxF -e "$begin" -e "$begin (new file)" -e "$begin (new line)" "$target" | cut -d : -f 1)
  last=$(grep -nxF -e "$end" "$target" | cut -d : -f 1)
  case $first,$last in
    ,) ;;
    ,* | *, | *[!0-9,]*) refuse "$1" 'la partie entre « # >>> facteur » et « # <<< facteur » est incomplète ou présente deux fois : corrigez-la à la main, puis recommencez ; rien n’a été modifié' ;;
    *) [ "$first" -lt "$last" ] || refuse "$1" 'la partie entre « # >>> facteur » et « # <<< facteur » est incomplète ou présente deux fois : corrigez-la à la main, puis recommencez ; rien n’a été modifié' ;;
  esac
}

# split_block: what stands before our part, our part, and what stands behind it.
split_block() {
  head -n $((first - 1)) "$target" >"$work/head"
  tail -n +"$first" "$target" | head -n $((last - first + 1)) >"$work/old"
  tail -n +$((last + 1)) "$target" >"$work/tail"
  mark=$(head -n 1 "$work/old")
}

# cut_block: the file without our part, in $rest, empty where no file is to stay. Another account's part behind ours takes over what ours says.
cut_block() {
  rest=$work/rest
  lack=${mark#"$begin"}
  next=$(head -n 1 "$work/tail")
  case $next in
    '# >>> facteur '*' (new '*) ;;
    '# >>> facteur '*)
      { printf '%s\n' "$next$lack" && tail -n +2 "$work/tail"; } >"$work/rest"
      mv "$work/rest" "$work/tail"
      ;;
  esac
  cat "$work/head" "$work/tail" >"$rest"
  if [ ! -s "$work/tail" ] && [ "$lack" = ' (new line)' ]; then
    head -c $(($(wc -c <"$work/head") - 1)) "$work/head" >"$rest"
  elif [ ! -s "$rest" ] && [ "$lack" = ' (new file)' ]; then
    rest=
  fi
}

# block_changed KEY: has somebody changed our part?
block_changed() {
  tail -n +2 "$work/old" >"$work/inside"
  noted "$1" && ! same "$state/$1.block" "$work/inside"
}

# put_block KEY PATH FILE: plans that the file at PATH has the lines of FILE, at its end or where they were.
put_block() {
  follow "$2"
  find_block "$2"
  { cat "$3" && printf '%s\n' "$end"; } >"$work/plan/$1.block"
  mark=$begin
  rest=
  : >"$work/head"
  : >"$work/tail"
  if [ -n "$first" ]; then
    split_block
    if block_changed "$1" && ! same "$work/plan/$1.block" "$work/inside"; then keep "$1" "$work/old"; fi
    cut_block
    split_block
  elif [ ! -f "$target" ]; then
    mark="$begin (new file)"
  else
    rest=$target
    cat "$target" >"$work/head"
    ending=$(tail -c 1 "$target")
    if [ -n "$ending" ]; then
      mark="$begin (new line)"
      printf '\n' >>"$work/head"
    fi
  fi
  { cat "$work/head" && printf '%s\n' "$mark" && cat "$work/plan/$1.block" "$work/tail"; } >"$work/whole"
  if unchanged "$1"; then
    rest=
    if [ -f "$state/$1.before" ]; then rest=$state/$1.before; fi
  fi
  plan "$1" "$2" "$work/whole" "$rest"
}

# drop_block KEY PATH: plans that our part goes from the file that is noted, or from the one at PATH. What others wrote stays.
drop_block() {
  path=$2
  if noted "$1"; then path=$(cat "$state/$1.path"); fi
  follow "$path"
  find_block "$path"
  [ -n "$first" ] || return 0
  found=1
  split_block
  if unchanged "$1"; then
    rest=
    if [ -f "$state/$1.before" ]; then rest=$state/$1.before; fi
  else
    if block_changed "$1"; then keep "$1" "$work/old"; fi
    cut_block
  fi
  plan "$1" "$path" "$rest" ''
}

# outside PATH: what the file at PATH has beside our part, in $work/outside.
outside() {
  follow "$1"
  find_block "$1"
  : >"$work/outside"
  if [ -n "$first" ]; then
    split_block
    cat "$work/head" "$work/tail" >"$work/outside"
  elif [ -f "$target" ]; then
    cat "$target" >"$work/outside"
  fi
}
# Version 1.5 and later read the second one where it is there (config.c); earlier ones never do.
file=$HOME/.mbsyncrc
version=$(mbsync --version 2>/dev/null) || version=
case $version in
  'isync 0.'* | 'isync 1.'[0-4] | 'isync 1.'[0-4]'.'*) ;;
  *) if [ -e "$config/isyncrc" ] || [ -L "$config/isyncrc" ]; then file=$config/isyncrc; fi ;;
esac
drop_block main "$file"
remove
