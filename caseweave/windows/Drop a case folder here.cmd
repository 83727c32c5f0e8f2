@echo off
rem Drag a case folder onto this file: the chronology, the page and the genogram are written
rem into its folder "outputs". A file of an agency may be dragged onto it too: it is checked.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
if "%~1"=="" (
  echo Drag a case folder, or the file of an agency, onto this file.
  goto end
)
set "RUN="%USERPROFILE%\caseweave\Scripts\python.exe" -m caseweave"
%RUN% --version >nul 2>nul
if errorlevel 1 set "RUN=caseweave"
%RUN% --version >nul 2>nul
if errorlevel 1 set "RUN=py -m caseweave"
%RUN% --version >nul 2>nul
if errorlevel 1 set "RUN=python -m caseweave"
%RUN% --version >nul 2>nul
if errorlevel 1 (
  echo caseweave was not found. Install it first: see docs/install.md.
  goto end
)
if not exist "%~1\*" (
  %RUN% check "%~1"
  goto end
)
if not exist "%~1\outputs" mkdir "%~1\outputs"
%RUN% merge "%~1" -o "%~1\outputs\integrated.xlsx"
%RUN% merge "%~1" -o "%~1\outputs\page.html" >nul
%RUN% coverage "%~1"
if exist "%~1\family.xlsx" %RUN% genogram "%~1" -o "%~1\outputs\genogram.png"
:end
pause
