#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'h-l-ne-elik-5627a2fe@example.org' ] || [ ! -d "$root/"'aerc'/'h-l-ne-elik-5627a2fe@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'h-l-ne-elik-5627a2fe@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'h-l-ne-elik-5627a2fe@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'h-l-ne-elik-5627a2fe@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc h-l-ne-elik-5627a2fe@example.org'
end='# <<< facteur aerc h-l-ne-elik-5627a2fe@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''h-l-ne-elik-5627a2fe@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
