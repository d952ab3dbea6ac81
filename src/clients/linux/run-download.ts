/**
 * The line for a terminal that runs the `install.sh` which was downloaded last. A browser calls the second one `install(1).sh` or `install (1).sh`, and the folder has a
 * name in the language of the desktop (xdg-user-dir, of every desktop; without it, the usual one).
 */
export const RUN_DOWNLOAD = 'sh "$(ls -t "$(xdg-user-dir DOWNLOAD || echo ~/Downloads)"/install*.sh | head -n 1)"';
