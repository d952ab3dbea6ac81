#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'neomutt'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'neomutt'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'neomutt'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'neomutt'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'neomutt' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'neomutt'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur neomutt Jean-Luc.Martin+listes@example.org'
end='# <<< facteur neomutt Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
# NeoMutt reads the first of these that is there.
places() {
  "$@" "$config/neomutt/neomuttrc" "$config/neomutt/muttrc" "$config/mutt/neomuttrc" "$config/mutt/muttrc" \
    "$HOME/.neomutt/neomuttrc" "$HOME/.neomutt/muttrc" "$HOME/.mutt/neomuttrc" "$HOME/.mutt/muttrc" \
    "$HOME/.neomuttrc" "$HOME/.muttrc"
}
folder=$config/neomutt
# names WORD: does what is read have that word, and not only one that ends so?
names() {
  word=$1 awk '
    {
      line = $0
      while ((at = index(line, ENVIRON["word"])) > 0) {
        if (at == 1 || substr(line, at - 1, 1) !~ /[A-Za-z0-9._+-]/) found = 1
        line = substr(line, at + length(ENVIRON["word"]))
      }
    }
    END { exit !found }'
}
# reads_ours: does a file read the one that goes?
reads_ours() {
  grep -v '^[[:blank:]]*#' | names "${folder##*/}/"'Jean-Luc.Martin+listes@example.org.rc'
}
# is_ours: does that file still have our account?
is_ours() {
  grep -E '^[[:blank:]]*set[[:blank:]]+from[[:blank:]]*=' | names 'Jean-Luc.Martin+listes@example.org'
}
drop_block account "$folder/"'Jean-Luc.Martin+listes@example.org.rc'
places drop_block main
places leave_none main reads_ours
leave_none account is_ours "$folder/"'Jean-Luc.Martin+listes@example.org.rc'
remove
