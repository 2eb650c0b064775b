import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root. This says as whom it runs instead, and how. */
export interface ServerUser {
  /** Wraps a command line; the identity where no namespace is needed. */
  command(file: string, args: readonly string[]): readonly [string, string[]];
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Hands a file or folder to the user. */
  own(path: string): void;
}

const NOBODY = 65534;

const plain: ServerUser = { command: (file, args) => [file, [...args]], ids: {}, own: () => undefined };

const asUid = (uid: number, gid: number): ServerUser => ({
  command: (file, args) => [file, [...args]],
  ids: { uid, gid },
  own: (path) => chownSync(path, uid, gid),
});

/** In a user namespace root is somebody else inside, while the files stay root's: no folder needs to be opened. */
const inNamespace: ServerUser = {
  command: (file, args) => ['unshare', ['-U', `--map-user=${NOBODY}`, '--', file, ...args]],
  ids: {},
  own: () => undefined,
};

/** Whether a stranger may enter every folder from the root down to this one. */
const isReachable = (path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
};

const hasUserNamespaces = (): boolean =>
  spawnSync('unshare', ['-U', `--map-user=${NOBODY}`, '--', 'true'], { stdio: 'ignore', timeout: 10_000 }).status === 0;

/**
 * Chooses the user for the cluster in `cluster`, which may not exist yet. A cluster keeps the way that it was made
 * with, told by its owner. `parent` is the folder that holds it, `binaries` the folder of the programs.
 */
export const serverUserFor = (cluster: string, parent: string, binaries: string): ServerUser => {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return plain;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0 && isReachable(parent) && isReachable(binaries)) return asUid(uid, gid);
    if (uid === 0 && hasUserNamespaces()) return inNamespace;
    throw new Error(
      uid === 0
        ? `PostgreSQL cannot run as root, and this machine forbids the user namespace that ${cluster} was made with: ` +
            'start as an ordinary user, or set DATABASE_URL'
        : `The owner of ${cluster} can no longer enter it: a parent folder, or ${binaries}, became private`,
    );
  }
  if (isReachable(parent) && isReachable(binaries)) return asUid(NOBODY, NOBODY);
  if (hasUserNamespaces()) return inNamespace;
  throw new Error(
    `PostgreSQL cannot run as root: ${parent} or ${binaries} is private to root, and user namespaces are not allowed ` +
      'here. Start as an ordinary user, move the installation and its data folder out of the private folder, or set DATABASE_URL',
  );
};
