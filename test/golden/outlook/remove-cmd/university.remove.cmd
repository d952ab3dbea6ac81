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

rem Exit codes: 0 done or nothing to do, 1 something is left, 2 wrongly asked, 4 Outlook is running.

:main
if defined misread goto usage
if not defined LOCALAPPDATA goto failed
set "shared=%LOCALAPPDATA%\Facteur\outlook"
set "folder=%shared%\universite-ffcc8366"
set "state=%LOCALAPPDATA%\Facteur\outlook-before"
set "office=HKCU\Software\Microsoft\Office"
rem Outlook reads the values when it starts. Only this person's Outlook counts: a terminal server runs those of others too. (wine 8 lists no process.)
set "running="
for /f "delims=," %%T in ('%system%\tasklist /fi "IMAGENAME eq OUTLOOK.EXE" /fi "USERNAME eq %USERDOMAIN%\%USERNAME%" /fo csv /nh 2^>nul') do if /i "%%~T"=="OUTLOOK.EXE" set "running=1"
if defined running goto running
set "found="
set "wrong="
if exist "%folder%\" set "found=1"
rem Each is looked at twice: a pipe that breaks finds nothing (seen once under wine, on a busy machine).
for %%V in (15.0 16.0 15.0 16.0) do call :forget %%V
if defined wrong goto leftover
del "%folder%\autodiscover.xml" "%folder%\autodiscover.new" >nul 2>&1
if exist "%folder%\autodiscover.xml" goto leftover
rmdir "%folder%" >nul 2>&1
rem The values that serve all accounts stay as long as another account of ours needs them: its folder keeps this one from going.
rmdir "%shared%" >nul 2>&1
if exist "%shared%\" goto removed
call :restore 15.0 AutoDiscover PreferLocalXML
call :restore 16.0 AutoDiscover PreferLocalXML
call :restore 16.0 Setup DisableOffice365SimplifiedAccountCreation
rmdir "%state%" >nul 2>&1
rmdir "%LOCALAPPDATA%\Facteur" >nul 2>&1

:removed
set "code=0"
if defined quiet goto :eof
if not defined found goto absent
echo C'est fait : Outlook est comme avant. Votre compte et vos messages restent.
goto :eof

:absent
echo Il n'y avait rien à retirer.
goto :eof

rem Takes back the path for the domain where it is ours. Another one is the company's, or another account's, and stays.
:forget
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "universite.example" 2>nul | "%system%\find.exe" "\Facteur\outlook\universite-ffcc8366\autodiscover.xml" >nul
if errorlevel 1 goto :eof
set "found=1"
"%system%\reg.exe" delete "%office%\%1\Outlook\AutoDiscover" /v "universite.example" /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

rem Gives a value that serves all accounts back the state that a file of :switch says. Without such a file it is not ours.
:restore
if exist "%state%\%1-%3.absent" "%system%\reg.exe" delete "%office%\%1\Outlook\%2" /v %3 /f >nul 2>&1
if exist "%state%\%1-%3.zero" "%system%\reg.exe" add "%office%\%1\Outlook\%2" /v %3 /t REG_DWORD /d 0 /f >nul 2>&1
if exist "%state%\%1-%3.absent" del "%state%\%1-%3.absent" >nul 2>&1
if exist "%state%\%1-%3.zero" del "%state%\%1-%3.zero" >nul 2>&1
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

:leftover
set "code=1"
>&2 echo Quelque chose n'a pas pu être retiré. Relancez ce fichier, ou demandez à
>&2 echo votre administrateur.
goto :eof
