#!/bin/sh
# Runs the native build where the C library is at least the one that it was linked with, and the portable build on all other systems.
required=@GLIBC@
self=$(readlink -f "$0")
folder=${self%/*}
libc=$(getconf GNU_LIBC_VERSION 2> /dev/null)
if [ "${libc#glibc 2.}" != "$libc" ] && [ "${libc#glibc 2.}" -ge "${required#2.}" ]; then
  exec "$folder/native/aurora" "$@"
fi
exec "${DOTNET_ROOT:+$DOTNET_ROOT/}dotnet" "$folder/../any/aurora.dll" "$@"
