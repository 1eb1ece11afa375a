#include "launcher.h"
#include <tlhelp32.h>
#include <wchar.h>

/* FILETIME counts 100 ns from 1601. */
#define TICKS_A_MILLISECOND 10000ULL
#define MILLISECONDS_1601_TO_1970 11644473600000ULL

static BOOL find(DWORD process, PROCESSENTRY32W *found) {
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    if (all == INVALID_HANDLE_VALUE) {
        return FALSE;
    }
    found->dwSize = sizeof *found;
    BOOL more = Process32FirstW(all, found);
    while (more && found->th32ProcessID != process) {
        more = Process32NextW(all, found);
    }
    CloseHandle(all);
    return more;
}

static unsigned long long ticks(FILETIME time) {
    return (unsigned long long) time.dwHighDateTime << 32 | time.dwLowDateTime;
}

/* In FILETIME's ticks; 0 if it can't be asked. */
static unsigned long long started(HANDLE process) {
    FILETIME created, exited, kernel, user;
    return process && GetProcessTimes(process, &created, &exited, &kernel, &user) ? ticks(created) : 0;
}

/* A browser may start a host through cmd.exe. */
static DWORD browser(void) {
    PROCESSENTRY32W entry;
    if (!find(GetCurrentProcessId(), &entry)) {
        return 0;
    }
    DWORD parent = entry.th32ParentProcessID;
    return parent && find(parent, &entry) && _wcsicmp(entry.szExeFile, L"cmd.exe") == 0 ? entry.th32ParentProcessID : parent;
}

void add_browser(text *to) {
    DWORD id = browser();
    HANDLE process = id ? OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id) : NULL;
    unsigned long long start = started(process);
    if (process) {
        CloseHandle(process);
    }
    /* Ids are given again: a parent that is younger than its child is another process. */
    if (start == 0 || start > started(GetCurrentProcess())) {
        add(to, L"unknown");
        return;
    }
    add_number(to, id);
    add(to, L"-");
    add_number(to, start / TICKS_A_MILLISECOND - MILLISECONDS_1601_TO_1970);
}
