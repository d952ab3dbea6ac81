#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'juergen@xn--bcher-kva.example' ] || [ ! -d "$root/"'aerc'/'juergen@xn--bcher-kva.example' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'juergen@xn--bcher-kva.example' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
begin='# >>> facteur aerc juergen@xn--bcher-kva.example'
end='# <<< facteur aerc juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''juergen@xn--bcher-kva.example'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
