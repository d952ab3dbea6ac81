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
set "folder=%shared%\org-example-04556246"
set "office=HKCU\Software\Microsoft\Office"
set "wrong="
set "held="
set "others="
rem Outlook reads the values when it starts. Only this person's Outlook counts: a terminal server runs those of others too. (wine 8 lists no process.)
set "running="
for /f "delims=," %%T in ('%system%\tasklist /fi "IMAGENAME eq OUTLOOK.EXE" /fi "USERNAME eq %USERDOMAIN%\%USERNAME%" /fo csv /nh 2^>nul') do if /i "%%~T"=="OUTLOOK.EXE" set "running=1"
if defined running goto running
set "notes=HKCU\Software\Facteur-Outlook"
set "found="
set "left="
rem What is there decides, not what should be: paths first, because a folder or a note may have got lost, and a folder may hold what is not ours.
for %%V in (15.0 16.0) do call :survey %%V
if "%owner_15.0%"=="ours" set "found=1"
if "%owner_16.0%"=="ours" set "found=1"
call :notes
if defined noted if not defined others set "found=1"
if exist "%folder%\autodiscover.xml" set "found=1"
if exist "%folder%\autodiscover.new" set "found=1"
if exist "%shared%\example-a0a85cad\autodiscover.xml" set "found=1"
if not defined found goto folder
rem The values that serve all accounts stay as long as a path of another account of ours needs them. They go before the path, without which a second run would not
rem know that they are to go.
if not defined others call :switches
if defined wrong goto leftover
call :forget 15.0 %owner_15.0%
call :forget 16.0 %owner_16.0%
if defined wrong goto leftover
if not defined others call :tidy
call :discard autodiscover.new
call :discard autodiscover.xml
call :retire
if exist "%folder%\autodiscover.xml" goto leftover
:folder
if exist "%folder%\" set "found=1"
call :folders
if defined wrong goto leftover
if defined left goto left
set "code=0"
if defined quiet goto :eof
if not defined found goto absent
if defined others goto shared
echo Done: Outlook is as it was before. Your account and your messages stay.
goto kept

:shared
echo Done for this account. Values that serve all accounts stay, because another
echo account that you set up in this way needs them: they go with its removal.
echo Your account and your messages stay.
if not exist "%folder%\" goto :eof

:kept
if not defined kept goto :eof
echo This folder stays, because something is in it that does not belong to this
echo account:
echo "%kept%"
goto :eof

:absent
echo There was nothing to remove.
goto :eof

:switches
call :setup
call :restore 15.0 AutoDiscover PreferLocalXML %now_15.0_PreferLocalXML% %note_15.0-PreferLocalXML%
call :restore 16.0 AutoDiscover PreferLocalXML %now_16.0_PreferLocalXML% %note_16.0-PreferLocalXML%
call :restore 16.0 Setup DisableOffice365SimplifiedAccountCreation %now_16.0_DisableOffice365SimplifiedAccountCreation% %note_16.0-DisableOffice365SimplifiedAccountCreation%
goto :eof

rem Takes back the path for the domain where it is ours. Another one is the organisation's, or another account's, and stays.
:forget
if not "%2"=="ours" goto :eof
"%system%\reg.exe" delete "%office%\%1\Outlook\AutoDiscover" /v "xn--bcher-kva.example" /f >nul 2>&1
if errorlevel 1 set "wrong=1"
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "xn--bcher-kva.example" >nul 2>&1
if not errorlevel 1 set "wrong=1"
goto :eof

rem Folders of this account under a former name: nothing points there any more.
:retire
set "place=%shared%\example-a0a85cad"
call :clear
goto :eof
:clear
if not exist "%place%\" goto :eof
if exist "%place%\autodiscover.xml" "%system%\attrib.exe" -r -s -h "%place%\autodiscover.xml" >nul 2>&1
if exist "%place%\autodiscover.xml" del /f "%place%\autodiscover.xml" >nul 2>&1
rem (In install.cmd nothing else may stand there; what does stays, and the folder with it.)
rmdir "%place%" >nul 2>&1
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
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "xn--bcher-kva.example" >nul 2>&1
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
if /i not "%name%"=="xn--bcher-kva.example" goto :eof
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
if /i "%rest%"=="org-example-04556246\autodiscover.xml" set "whose=ours"
if /i "%rest%"=="example-a0a85cad\autodiscover.xml" set "whose=ours"
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

:usage
set "code=2"
>&2 echo The only option is /quiet: no question, no word unless something is wrong.
>&2 echo The exit code tells the result.
goto :eof

:running
set "code=4"
>&2 echo Outlook is running. Close it, then start this again.
goto :eof

:failed
set "code=1"
>&2 echo It did not work, and what had been done was undone. Your organisation may
>&2 echo forbid changes of the registry: ask your administrator, or set up the
>&2 echo account by hand.
goto :eof

:leftover
set "code=1"
>&2 echo Something could not be removed. Start this again, or ask your administrator.
goto :eof

:left
set "code=1"
>&2 echo What was set for this account is taken back. These values stay, because
>&2 echo there is no note of who set them: your organisation may have. They only
>&2 echo change how Outlook adds accounts, and your administrator can delete them:
if defined left_15.0_PreferLocalXML >&2 echo %office%\15.0\Outlook\AutoDiscover, PreferLocalXML
if defined left_16.0_PreferLocalXML >&2 echo %office%\16.0\Outlook\AutoDiscover, PreferLocalXML
if defined left_16.0_DisableOffice365SimplifiedAccountCreation >&2 echo %office%\16.0\Outlook\Setup, DisableOffice365SimplifiedAccountCreation
goto :eof
