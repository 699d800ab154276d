@echo off
where node >nul 2>nul || (
  echo pulumi-resource-callab: Node.js 22.12 or newer is needed, and there is no node on PATH. 1>&2
  exit /b 1
)
node "%~dp0start.cjs" %*
