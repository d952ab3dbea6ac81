@echo off
rem Everything stays below HKEY_CURRENT_USER and %%LOCALAPPDATA%%: no administrator is needed, and "Run as administrator" would serve somebody else.
rem Programs are called by their full path, because cmd looks beside this file first. Paths may have any character that Windows allows:
rem each is read once, stays between double quotes, and is never handed to CALL, which would read it a second time.
setlocal EnableExtensions DisableDelayedExpansion
set "system=%SystemRoot%\System32"
set "here=%~dp0"
set "quiet="
set "misread="
if /i "%~1"=="/quiet" set "quiet=1"
if not "%~1"=="" if not defined quiet set "misread=1"
if not "%~2"=="" set "misread=1"
set "page="
rem The number stands after a colon, in German with a full stop behind it. (wine 8 without a console: 0, which it then refuses to restore.)
for /f "tokens=2 delims=:." %%P in ('%system%\chcp.com') do set "page=%%P"
"%system%\chcp.com" 850 >nul 2>&1
set "code=1"
call :main
if defined page "%system%\chcp.com" %page% >nul 2>&1
if not defined quiet pause
exit /b %code%

rem Exit codes: 0 done, 1 failed and undone, 2 wrongly asked, 3 not its own autodiscover.xml, 4 Outlook is running, 5 Outlook has another setting for the domain,
rem 6 a policy of the organisation forbids it.

:main
if defined misread goto usage
if not defined LOCALAPPDATA goto failed
set "shared=%LOCALAPPDATA%\Facteur\outlook"
set "folder=%shared%\org-example-947598fd"
set "office=HKCU\Software\Microsoft\Office"
set "wrong="
set "held="
set "others="
rem Outlook reads the values when it starts. Only this person's Outlook counts: a terminal server runs those of others too. (wine 8 lists no process.)
set "running="
for /f "delims=," %%T in ('%system%\tasklist /fi "IMAGENAME eq OUTLOOK.EXE" /fi "USERNAME eq %USERDOMAIN%\%USERNAME%" /fo csv /nh 2^>nul') do if /i "%%~T"=="OUTLOOK.EXE" set "running=1"
if defined running goto running
rem What was there before stands where the values are, so that both roam, are saved and are lost together.
set "notes=HKCU\Software\Facteur-Outlook"
if not exist "%here%autodiscover.xml" goto missing
rem It knows its own file whatever the address looks like: the last line has a digest of the text, and a file that was cut or changed has another length.
set "size="
for %%F in ("%here%autodiscover.xml") do set "size=%%~zF"
if not "%size%"=="1318" goto mismatch
"%system%\find.exe" "1dad1da2-3db0-5fa8-b3b2-f80b82fc205e" "%here%autodiscover.xml" >nul 2>&1
if errorlevel 1 goto mismatch

call :versions
set "conflict="
set "policy="
for %%V in (15.0 16.0) do call :look %%V
if defined wrong goto failed
if defined conflict goto conflict
if defined policy goto policy
call :setup
call :notes
if defined wrong goto failed
if defined noted if not defined held call :renew
if defined wrong goto failed

rem The new file takes its name as the last step: until then nothing that worked before has changed.
if not exist "%folder%\" mkdir "%folder%" >nul 2>&1
if not exist "%folder%\" goto failed
call :discard autodiscover.new
copy /b /y "%here%autodiscover.xml" "%folder%\autodiscover.new" >nul 2>&1
if errorlevel 1 goto undo
"%system%\attrib.exe" -r -s -h "%folder%\autodiscover.new" >nul 2>&1
call :keys 15.0 AutoDiscover
call :keys 16.0 AutoDiscover
call :keys 16.0 Setup
for %%V in (15.0 16.0) do call :point %%V
call :switch 15.0 AutoDiscover PreferLocalXML %now_15.0_PreferLocalXML% %note_15.0-PreferLocalXML%
call :switch 16.0 AutoDiscover PreferLocalXML %now_16.0_PreferLocalXML% %note_16.0-PreferLocalXML%
call :switch 16.0 Setup DisableOffice365SimplifiedAccountCreation %now_16.0_DisableOffice365SimplifiedAccountCreation% %note_16.0-DisableOffice365SimplifiedAccountCreation%
if defined wrong goto undo
if exist "%folder%\autodiscover.xml" "%system%\attrib.exe" -r -s -h "%folder%\autodiscover.xml" >nul 2>&1
move /y "%folder%\autodiscover.new" "%folder%\autodiscover.xml" >nul 2>&1
rem (wine 8: MOVE reports success always.)
if exist "%folder%\autodiscover.new" goto undo
call :retire
set "code=0"
if defined quiet goto :eof
echo.
echo Outlook est prêt pour votre adresse en example.org.
echo.
echo 1. Ouvrez Outlook. S'il n'a encore aucun compte, il en demande un de
echo lui-même ; sinon, choisissez Fichier, Ajouter un compte.
echo.
echo 2. Saisissez votre nom, votre adresse de messagerie et votre mot de passe.
echo Outlook trouve tout le reste, y compris l'identifiant, qui n'est pas
echo toujours l'adresse.
echo.
echo 3. Quand tout marche, double-cliquez sur « 2 Ranger pour finir ».
echo.
echo Si Outlook ne demande que l'adresse (c'est le cas du nouvel Outlook, et
echo peut-être d'Outlook 2024), n'allez pas plus loin : il essaierait l'adresse
echo comme identifiant. Fermez-le, double-cliquez sur « 2 Ranger pour finir », et
echo suivez les étapes à la main.
echo.
echo N'oubliez pas le nettoyage : jusque-là, ce fichier répond pour tout compte
echo en example.org dans votre Outlook, et un compte Exchange y perdrait les
echo disponibilités des autres et ses réponses automatiques d'absence.
echo.
goto :eof

rem The version that Windows starts as Outlook counts; where Windows does not say, each in which this person has a profile; before the first start, both.
:versions
set "used_15.0="
set "used_16.0="
set "line="
for /f "delims=" %%L in ('%system%\reg.exe query "HKCR\Outlook.Application\CurVer" /ve 2^>nul') do set "line=%%L"
if not defined line goto profiles
set "line=%line:"=%"
if not "%line:Outlook.Application.15=%"=="%line%" set "used_15.0=1"
if not "%line:Outlook.Application.16=%"=="%line%" set "used_16.0=1"
:profiles
if defined used_15.0 goto :eof
if defined used_16.0 goto :eof
for %%V in (15.0 16.0) do call :profile %%V
if defined used_15.0 goto :eof
if defined used_16.0 goto :eof
set "used_15.0=1"
set "used_16.0=1"
goto :eof
:profile
"%system%\reg.exe" query "%office%\%1\Outlook\Profiles" >nul 2>&1
if not errorlevel 1 set "used_%1=1"
goto :eof

rem What another has set stays: where that version counts, nothing can be done; where it does not, this version is left alone.
:look
set "skip_%1="
call :survey %1
if "%owner%"=="foreign" set "skip_%1=1"
if not defined used_%1 goto :eof
if defined skip_%1 set "conflict=1"
for %%H in (HKCU HKLM) do call :policies %%H %1
goto :eof

rem A policy is stronger than what a person sets. The first that stands in the way is told.
:policies
set "key=%1\Software\Policies\Microsoft\Office\%2\Outlook"
"%system%\reg.exe" query "%key%" >nul 2>&1
if errorlevel 1 goto :eof
call :value "%key%\AutoDiscover" PreferLocalXML
if "%line%"=="REG_DWORD 0x0" call :forbids AutoDiscover PreferLocalXML
call :value "%key%\AutoDiscover" "example.org"
set "rest=%line:*\Facteur\outlook\=%"
set "whose="
if /i "%rest%"=="org-example-947598fd\autodiscover.xml" set "whose=ours"
if /i "%rest%"=="example-3be14c3e\autodiscover.xml" set "whose=ours"
if defined line if not defined whose call :forbids AutoDiscover "example.org"
call :value "%key%\Setup" DisableOffice365SimplifiedAccountCreation
if "%line%"=="REG_DWORD 0x0" call :forbids Setup DisableOffice365SimplifiedAccountCreation
call :value "%key%\Options" "DisableIMAP"
if not defined line goto :eof
if not "%line%"=="REG_DWORD 0x0" call :forbids Options "DisableIMAP"
goto :eof
:forbids
if not defined policy set "policy=%key%\%~1, %~2"
goto :eof

rem Notes without a path are of a set-up that was cut off, or that somebody took back in another way. What it made and is empty goes; what is there then is what was
rem there before.
:renew
call :tidy
set "note_15.0-PreferLocalXML="
set "note_16.0-PreferLocalXML="
set "note_16.0-DisableOffice365SimplifiedAccountCreation="
goto :eof

rem Notes which keys are made on the way.
:keys
if defined wrong goto :eof
if defined skip_%1 goto :eof
"%system%\reg.exe" query "%office%\%1\Outlook\%2" >nul 2>&1
if not errorlevel 1 goto :eof
call :note "Software\Microsoft\Office\%1\Outlook\%2" absent
"%system%\reg.exe" query "%office%\%1\Outlook" >nul 2>&1
if not errorlevel 1 goto :eof
call :note "Software\Microsoft\Office\%1\Outlook" absent
"%system%\reg.exe" query "%office%\%1" >nul 2>&1
if not errorlevel 1 goto :eof
call :note "Software\Microsoft\Office\%1" absent
"%system%\reg.exe" query "%office%" >nul 2>&1
if not errorlevel 1 goto :eof
call :note "Software\Microsoft\Office" absent
goto :eof
:note
"%system%\reg.exe" add "%notes%" /v "%~1" /t REG_SZ /d %2 /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

:point
if defined wrong goto :eof
if defined skip_%1 goto :eof
"%system%\reg.exe" add "%office%\%1\Outlook\AutoDiscover" /v "example.org" /t REG_SZ /d "%folder%\autodiscover.xml" /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

rem Sets a value that serves all accounts, unless it is set already (4 says how it stands). A note (5) says what it was, for the one who takes it back; the first of
rem our accounts writes it. A value that a later one finds set without a note may be install.reg's or the organisation's: it gets none.
:switch
if defined wrong goto :eof
if defined skip_%1 goto :eof
if not "%5"=="" goto noted
if defined held if "%4"=="set" goto :eof
call :note "%1-%3" %4
:noted
if defined wrong goto :eof
if "%4"=="set" goto :eof
set "made_%1_%3=1"
"%system%\reg.exe" add "%office%\%1\Outlook\%2" /v %3 /t REG_DWORD /d 1 /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

rem REG.EXE takes its time, so a key is read in one go. Whether it is there is known by the exit code; what is in it comes through a pipe, and one that breaks gives
rem nothing (seen under wine, on a busy machine): then it is read again.
rem Of a version's AutoDiscover: owner_* says whose the path for the domain is (as :whose, or none), now_* how PreferLocalXML stands (absent, zero or set).
:survey
set "read="
set "owner=none"
set "now_%1_PreferLocalXML=absent"
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" >nul 2>&1
if errorlevel 1 goto surveyed
call :list %1
if not defined read call :list %1
if not defined read call :list %1
if not "%owner%"=="none" goto surveyed
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "example.org" >nul 2>&1
if errorlevel 1 goto surveyed
call :list %1
if "%owner%"=="none" call :list %1
if "%owner%"=="none" set "wrong=1"
:surveyed
set "owner_%1=%owner%"
goto :eof
:list
for /f "tokens=1,2*" %%A in ('%system%\reg.exe query "%office%\%1\Outlook\AutoDiscover" 2^>nul') do (set "name=%%A" & set "type=%%B" & set "data=%%C" & call :weigh %1)
goto :eof
:weigh
set "read=1"
rem Quotes would end those of a comparison. (A name with blanks is cut: what is taken for the type may then be anything.)
set "name=%name:"=%"
if defined type set "type=%type:"=%"
if not "%type:~0,4%"=="REG_" goto :eof
if defined data set "data=%data:"=%"
if /i "%name%"=="PreferLocalXML" set "now_%1_PreferLocalXML=set"
if /i "%name%"=="PreferLocalXML" if "%type% %data%"=="REG_DWORD 0x0" set "now_%1_PreferLocalXML=zero"
call :whose
if /i not "%name%"=="example.org" goto :eof
set "owner=%whose%"
set "former_%1=%data%"
goto :eof

rem ours: the end of the path is enough, and free of letters that this code page lacks. gone: of another account that was set up in this way, and its file is not
rem there any more. foreign: all others. Among all that were looked at, held: one was set up in this way. others: one was, of another account.
:whose
set "whose=foreign"
if not defined data goto :eof
set "rest=%data:*\Facteur\outlook\=%"
if "%rest%"=="%data%" goto :eof
if /i not "%rest:~-17%"=="\autodiscover.xml" goto :eof
set "held=1"
if /i "%rest%"=="org-example-947598fd\autodiscover.xml" set "whose=ours"
if /i "%rest%"=="example-3be14c3e\autodiscover.xml" set "whose=ours"
if "%whose%"=="ours" goto :eof
set "others=1"
if exist "%data%" goto :eof
if exist "%shared%\%rest%" goto :eof
set "whose=gone"
goto :eof

rem One value: "line" is its type, a space and its data.
:value
set "line="
"%system%\reg.exe" query "%~1" /v "%~2" >nul 2>&1
if errorlevel 1 goto :eof
call :line "%~1" "%~2"
if not defined line call :line "%~1" "%~2"
if not defined line call :line "%~1" "%~2"
if not defined line set "wrong=1"
if defined line set "line=%line:"=%"
goto :eof
:line
for /f "tokens=2*" %%A in ('%system%\reg.exe query "%~1" /v "%~2" 2^>nul') do set "line=%%A %%B"
goto :eof

:setup
set "now_16.0_DisableOffice365SimplifiedAccountCreation=set"
call :value "%office%\16.0\Outlook\Setup" DisableOffice365SimplifiedAccountCreation
if not defined line set "now_16.0_DisableOffice365SimplifiedAccountCreation=absent"
if "%line%"=="REG_DWORD 0x0" set "now_16.0_DisableOffice365SimplifiedAccountCreation=zero"
goto :eof

rem All notes, as note_* variables.
:notes
set "read="
set "noted="
"%system%\reg.exe" query "%notes%" >nul 2>&1
if errorlevel 1 goto :eof
set "noted=1"
call :recall
if not defined read call :recall
if not defined read call :recall
if not defined read set "wrong=1"
goto :eof
:recall
for /f "tokens=1,2*" %%A in ('%system%\reg.exe query "%notes%" 2^>nul') do (set "read=1" & set "name=%%A" & set "data=%%C" & call :remember)
goto :eof
:remember
if defined data set "note_%name%=%data%"
goto :eof

rem Gives a value that serves all accounts back the state that its note (5) says; now it has the state 4. Without a note nobody knows who set it: then it stays, and
rem is told.
:restore
if "%5"=="set" goto :eof
if "%5"=="%4" goto :eof
if "%5"=="zero" goto zero
if not "%4"=="set" goto :eof
if not "%5"=="absent" goto unknown
"%system%\reg.exe" delete "%office%\%1\Outlook\%2" /v %3 /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof
:zero
"%system%\reg.exe" add "%office%\%1\Outlook\%2" /v %3 /t REG_DWORD /d 0 /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof
:unknown
set "left=1"
set "left_%1_%3=1"
goto :eof

rem Takes away the notes, and the keys of which they say that they were not there before.
:tidy
if defined note_Software\Microsoft\Office\15.0\Outlook\AutoDiscover call :sweep "Software\Microsoft\Office\15.0\Outlook\AutoDiscover"
if defined note_Software\Microsoft\Office\16.0\Outlook\AutoDiscover call :sweep "Software\Microsoft\Office\16.0\Outlook\AutoDiscover"
if defined note_Software\Microsoft\Office\16.0\Outlook\Setup call :sweep "Software\Microsoft\Office\16.0\Outlook\Setup"
if defined note_Software\Microsoft\Office\15.0\Outlook call :sweep "Software\Microsoft\Office\15.0\Outlook"
if defined note_Software\Microsoft\Office\16.0\Outlook call :sweep "Software\Microsoft\Office\16.0\Outlook"
if defined note_Software\Microsoft\Office\15.0 call :sweep "Software\Microsoft\Office\15.0"
if defined note_Software\Microsoft\Office\16.0 call :sweep "Software\Microsoft\Office\16.0"
if defined note_Software\Microsoft\Office call :sweep "Software\Microsoft\Office"
"%system%\reg.exe" query "%notes%" >nul 2>&1
if errorlevel 1 goto :eof
"%system%\reg.exe" delete "%notes%" /f >nul 2>&1
if not errorlevel 1 goto :eof
rem (It failed once under wine, on a busy machine.)
"%system%\reg.exe" delete "%notes%" /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

rem REG.EXE deletes a key with all that is in it. So a mark of ours shows that the key was read, and that the mark is all there is.
:sweep
"%system%\reg.exe" query "HKCU\%~1" >nul 2>&1
if errorlevel 1 goto :eof
"%system%\reg.exe" add "HKCU\%~1" /v facteur-empty /t REG_SZ /d 1 /f >nul 2>&1
set "marked="
set "more="
for /f "tokens=1,2*" %%A in ('%system%\reg.exe query "HKCU\%~1" 2^>nul') do (set "name=%%A" & set "data=%%C" & call :count "%~1")
if not defined marked set "more=1"
if defined more "%system%\reg.exe" delete "HKCU\%~1" /v facteur-empty /f >nul 2>&1
if not defined more "%system%\reg.exe" delete "HKCU\%~1" /f >nul 2>&1
goto :eof
:count
set "name=%name:"=%"
if "%name%"=="facteur-empty" set "marked=1"
if "%name%"=="facteur-empty" goto :eof
if /i "%name%"=="HKEY_CURRENT_USER\%~1" goto :eof
rem (wine 8 lists a default value that is not set.)
if "%name%"=="(Default)" if not defined data goto :eof
set "more=1"
goto :eof

rem A file may have been made read-only or hidden, and then DEL does not see it.
:discard
if not exist "%folder%\%1" goto :eof
"%system%\attrib.exe" -r -s -h "%folder%\%1" >nul 2>&1
del /f "%folder%\%1" >nul 2>&1
goto :eof

rem Only what is empty goes. The innermost that stays is "kept".
:folders
set "kept="
set "place=%folder%"
call :vacate
set "place=%shared%"
call :vacate
set "place=%LOCALAPPDATA%\Facteur"
call :vacate
goto :eof
rem Explorer makes a folder read-only that it has put a desktop.ini into.
:vacate
rmdir "%place%" >nul 2>&1
if not exist "%place%\" goto :eof
"%system%\attrib.exe" -r -s -h "%place%" >nul 2>&1
rmdir "%place%" >nul 2>&1
if exist "%place%\" if not defined kept set "kept=%place%"
goto :eof

:undo
for %%V in (15.0 16.0) do call :unpoint %%V
if defined made_15.0_PreferLocalXML call :restore 15.0 AutoDiscover PreferLocalXML set %now_15.0_PreferLocalXML%
if defined made_16.0_PreferLocalXML call :restore 16.0 AutoDiscover PreferLocalXML set %now_16.0_PreferLocalXML%
if defined made_16.0_DisableOffice365SimplifiedAccountCreation call :restore 16.0 Setup DisableOffice365SimplifiedAccountCreation set %now_16.0_DisableOffice365SimplifiedAccountCreation%
if not defined held call :notes
if not defined held call :tidy
call :discard autodiscover.new
call :folders
goto failed

rem Folders of this account under a former name: nothing points there any more.
:retire
set "place=%shared%\example-3be14c3e"
call :clear
goto :eof
:clear
if not exist "%place%\" goto :eof
if exist "%place%\autodiscover.xml" "%system%\attrib.exe" -r -s -h "%place%\autodiscover.xml" >nul 2>&1
if exist "%place%\autodiscover.xml" del /f "%place%\autodiscover.xml" >nul 2>&1
rem (In install.cmd nothing else may stand there; what does stays, and the folder with it.)
rmdir "%place%" >nul 2>&1
goto :eof

rem Where a path of ours was before, or one whose file is gone, it is there again.
:unpoint
if defined skip_%1 goto :eof
set "former="
if "%1"=="15.0" set "former=%former_15.0%"
if "%1"=="16.0" set "former=%former_16.0%"
if defined former "%system%\reg.exe" add "%office%\%1\Outlook\AutoDiscover" /v "example.org" /t REG_SZ /d "%former%" /f >nul 2>&1
if defined former goto :eof
"%system%\reg.exe" delete "%office%\%1\Outlook\AutoDiscover" /v "example.org" /f >nul 2>&1
goto :eof

:usage
set "code=2"
>&2 echo La seule option est /quiet : aucune question, aucun mot sauf si quelque
>&2 echo chose ne va pas. Le code de sortie donne le résultat.
goto :eof

:running
set "code=4"
>&2 echo Outlook est ouvert. Fermez-le, puis relancez ce fichier.
goto :eof

:failed
set "code=1"
>&2 echo L'installation a échoué, et ce qui était commencé a été défait. Votre
>&2 echo organisme interdit peut-être de modifier le registre : demandez à votre
>&2 echo administrateur, ou configurez le compte à la main.
goto :eof

:missing
set "code=3"
>&2 echo Extrayez d'abord le ZIP, puis lancez ce fichier dans le nouveau dossier.
>&2 echo En effet, autodiscover.xml n'est pas à côté de ce fichier : il n'y est pas
>&2 echo quand on ouvre un ZIP sans l'extraire.
goto :eof

:mismatch
set "code=3"
>&2 echo Le fichier autodiscover.xml placé à côté n'est pas celui qui va avec lui,
>&2 echo pour votre adresse en example.org : c'est celui d'un autre compte, ou il a
>&2 echo été modifié. Mettez tous les fichiers d'un même compte, tels quels, dans un
>&2 echo dossier à part, puis recommencez.
goto :eof

:conflict
set "code=5"
>&2 echo Rien n'a été modifié : Outlook a déjà pour example.org un fichier qui n'est
>&2 echo pas celui-ci. S'il appartient à un autre compte installé de cette façon,
>&2 echo lancez d'abord son « 2 Ranger pour finir » (ou remove.cmd) ; sinon, demandez
>&2 echo à votre administrateur. Réglage actuel :
for %%V in (15.0 16.0) do "%system%\reg.exe" query "%office%\%%V\Outlook\AutoDiscover" /v "example.org" 1>&2 2>nul
goto :eof

:policy
set "code=6"
>&2 echo Rien n'a été modifié : une stratégie de votre organisme empêche Outlook de
>&2 echo lire ce fichier, ou d'ajouter un compte de ce type. Seul votre
>&2 echo administrateur peut la changer. Stratégie :
>&2 echo %policy%
goto :eof
