// "Belongs into the folder defaults/pref of the program, or on Linux into /etc/thunderbird/defaults/pref: makes Thunderbird run thunderbird.cfg."
pref("general.config.filename", "thunderbird.cfg");
pref("general.config.obscure_value", 0);
