// "The account o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_676b73021c9f.server", "server_676b73021c9f");
user_pref("mail.account.account_676b73021c9f.identities", "id_676b73021c9f");
user_pref("mail.identity.id_676b73021c9f.fullName", "O'Brien \"<&>\" \\ %TEMP% $(id) `id` {{x}} </script> ;#=");
user_pref("mail.identity.id_676b73021c9f.useremail", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org");
user_pref("mail.identity.id_676b73021c9f.smtpServer", "smtp_676b73021c9f_1");
user_pref("mail.server.server_676b73021c9f.type", "imap");
user_pref("mail.server.server_676b73021c9f.hostname", "imap.example.org");
user_pref("mail.server.server_676b73021c9f.port", 993);
user_pref("mail.server.server_676b73021c9f.socketType", 3);
user_pref("mail.server.server_676b73021c9f.authMethod", 3);
user_pref("mail.server.server_676b73021c9f.userName", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org");
user_pref("mail.server.server_676b73021c9f.name", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org");
user_pref("mail.server.server_676b73021c9f.login_at_startup", true);
user_pref("mail.server.server_676b73021c9f.check_new_mail", true);
user_pref("mail.smtpserver.smtp_676b73021c9f_1.type", "smtp");
user_pref("mail.smtpserver.smtp_676b73021c9f_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_676b73021c9f_1.port", 465);
user_pref("mail.smtpserver.smtp_676b73021c9f_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_676b73021c9f_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_676b73021c9f_1.username", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org");
user_pref("mail.smtpserver.smtp_676b73021c9f_1.description", "Mail \"<&>\" %PATH% '$(x)' `y`");
user_pref("mail.account.account_676b73021c9f_local.server", "server_676b73021c9f_local");
user_pref("mail.server.server_676b73021c9f_local.type", "none");
user_pref("mail.server.server_676b73021c9f_local.hostname", "Local Folders");
user_pref("mail.server.server_676b73021c9f_local.userName", "nobody");
user_pref("mail.server.server_676b73021c9f_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_676b73021c9f,account_676b73021c9f_local");
user_pref("mail.accountmanager.localfoldersserver", "server_676b73021c9f_local");
user_pref("mail.smtpservers", "smtp_676b73021c9f_1");
