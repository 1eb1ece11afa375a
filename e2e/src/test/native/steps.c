/*
 * Laid before a host (LD_PRELOAD), so that a test can name every step it takes towards the outside: each write, sync, rename,
 * deletion or truncation in the journal or the key store, each write to the bank. Steps are numbered from 1 in the order in which
 * they are begun, and written down in STEPS_TRACE, a line each: number, kind, call, name.
 *
 * Before step STEPS_AT, STEPS_DO happens:
 *   kill   the process dies, as from SIGKILL; the step isn't taken
 *   pause  the file STEPS_TRACE.at appears, and the step waits for STEPS_TRACE.go
 *   fail   the step fails with EIO
 *   full   this step and every later one in journal and store fail with ENOSPC, deletions excepted
 *   fixed  this step and every later one in the journal fail with EROFS
 *   cut    the step is taken, if it writes to the bank, and no answer comes in through that connection
 *   jump   this and everything later happens STEPS_JUMP seconds on, by this process's clock
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { OTHER, JOURNAL, STORE, BANK };
static const char *const NAMES[] = {"other", "journal", "store", "bank"};

static atomic_int steps;
static atomic_int disk_full;
static atomic_int journal_fixed;
static atomic_long jumped;
static int trace = -1;
static int wanted;
static const char *deed = "";
static long jump;
static char at[4096];
static char go[4096];

#define REAL(name) __typeof__(&name) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("STEPS_TRACE");
    if (file == NULL) return;
    trace = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    snprintf(at, sizeof at, "%s.at", file);
    snprintf(go, sizeof go, "%s.go", file);
    wanted = getenv("STEPS_AT") == NULL ? 0 : atoi(getenv("STEPS_AT"));
    deed = getenv("STEPS_DO") == NULL ? "" : getenv("STEPS_DO");
    jump = getenv("STEPS_JUMP") == NULL ? 0 : atol(getenv("STEPS_JUMP"));
}

static enum kind kind_of_path(const char *path) {
    if (strstr(path, "/inkan/journal") != NULL) return JOURNAL;
    if (strstr(path, "/cert9.db") != NULL || strstr(path, "/key4.db") != NULL) return STORE;
    return OTHER;
}

static enum kind kind_of_file(int file, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return OTHER;
    path[length] = 0;
    if (strncmp(path, "socket:", 7) == 0) {
        struct sockaddr_storage peer;
        socklen_t most = sizeof peer;
        if (getpeername(file, (struct sockaddr *) &peer, &most) != 0) return OTHER;
        return peer.ss_family == AF_INET || peer.ss_family == AF_INET6 ? BANK : OTHER;
    }
    return kind_of_path(path);
}

static void wait_for_go(void) {
    close(syscall(SYS_openat, AT_FDCWD, at, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    struct timespec moment = {0, 1000000};
    while (access(go, F_OK) != 0) nanosleep(&moment, NULL);
}

/* 0 if the step may be taken, else errno; cut is set where the connection is to be deaf after it. */
static int step(enum kind kind, const char *call, const char *path, int *cut) {
    if (trace < 0 || kind == OTHER) return 0;
    int number = atomic_fetch_add(&steps, 1) + 1;
    const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
    char line[512];
    int length = snprintf(line, sizeof line, "%d %s %s %s\n", number, NAMES[kind], call, kind == BANK ? "connection" : name);
    syscall(SYS_write, trace, line, (size_t) length);
    if (number == wanted) {
        if (strcmp(deed, "kill") == 0) syscall(SYS_kill, getpid(), SIGKILL);
        if (strcmp(deed, "pause") == 0) wait_for_go();
        if (strcmp(deed, "fail") == 0) return EIO;
        if (strcmp(deed, "full") == 0) atomic_store(&disk_full, 1);
        if (strcmp(deed, "fixed") == 0) atomic_store(&journal_fixed, 1);
        if (strcmp(deed, "jump") == 0) atomic_store(&jumped, jump);
        if (strcmp(deed, "cut") == 0 && cut != NULL) *cut = 1;
    }
    if (kind == JOURNAL && atomic_load(&journal_fixed)) return EROFS;
    if ((kind == JOURNAL || kind == STORE) && atomic_load(&disk_full) && strcmp(call, "unlink") != 0) return ENOSPC;
    return 0;
}

static int before(int file, const char *call, int *cut) {
    char path[4096];
    int saved = errno;
    enum kind kind = trace < 0 ? OTHER : kind_of_file(file, path, sizeof path);
    errno = saved;
    return step(kind, call, path, cut);
}

#define GUARD do { if (refused != 0) { errno = refused; return -1; } } while (0)

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    int cut = 0;
    int refused = before(file, "write", &cut);
    GUARD;
    ssize_t written = real(file, bytes, count);
    if (cut) shutdown(file, SHUT_RD);
    return written;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(writev);
    int cut = 0;
    int refused = before(file, "write", &cut);
    GUARD;
    ssize_t written = real(file, parts, count);
    if (cut) shutdown(file, SHUT_RD);
    return written;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    REAL(pwrite);
    int refused = before(file, "write", NULL);
    GUARD;
    return real(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    REAL(pwrite64);
    int refused = before(file, "write", NULL);
    GUARD;
    return real(file, bytes, count, offset);
}

int fsync(int file) {
    REAL(fsync);
    int refused = before(file, "sync", NULL);
    GUARD;
    return real(file);
}

int fdatasync(int file) {
    REAL(fdatasync);
    int refused = before(file, "sync", NULL);
    GUARD;
    return real(file);
}

int ftruncate(int file, off_t length) {
    REAL(ftruncate);
    int refused = before(file, "truncate", NULL);
    GUARD;
    return real(file, length);
}

int ftruncate64(int file, off64_t length) {
    REAL(ftruncate64);
    int refused = before(file, "truncate", NULL);
    GUARD;
    return real(file, length);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    int refused = step(kind_of_path(to), "rename", to, NULL);
    GUARD;
    return real(from, to);
}

int unlink(const char *path) {
    REAL(unlink);
    int refused = step(kind_of_path(path), "unlink", path, NULL);
    GUARD;
    return real(path);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    int refused = step(kind_of_path(path), "mkdir", path, NULL);
    GUARD;
    return real(path, mode);
}

static int creates(int flags) {
    return (flags & O_CREAT) != 0;
}

int open(const char *path, int flags, ...) {
    REAL(open);
    va_list more;
    va_start(more, flags);
    mode_t mode = creates(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    int refused = creates(flags) && kind_of_path(path) == JOURNAL ? step(JOURNAL, "create", path, NULL) : 0;
    GUARD;
    return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL(open64);
    va_list more;
    va_start(more, flags);
    mode_t mode = creates(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    int refused = creates(flags) && kind_of_path(path) == JOURNAL ? step(JOURNAL, "create", path, NULL) : 0;
    GUARD;
    return real(path, flags, mode);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += atomic_load(&jumped);
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = syscall(SYS_gettimeofday, now, zone);
    if (result == 0) now->tv_sec += atomic_load(&jumped);
    return result;
}
