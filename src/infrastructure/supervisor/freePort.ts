import { createServer } from 'node:net';
import { EXIT, ExitError } from '../cli/exitCodes.js';
import { ConfigError } from '../config/configError.js';
import { errorCode } from '../errorCode.js';

const listenOnce = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/**
 * The port on which the API will listen: the wanted one if it is free, any free one for 0.
 * @throws ExitError 3 when it is taken, ConfigError when it, or the address, cannot be used at all.
 */
export const availablePort = async (host: string, port: number): Promise<number> => {
  try {
    return await listenOnce(host, port);
  } catch (error) {
    switch (errorCode(error)) {
      case 'EADDRINUSE':
        throw new ExitError(
          EXIT.taken,
          `Port ${port} on ${host} is taken by another program: stop that one, or set MAGFLOW_PORT (0 takes a free one)`,
        );
      case 'EACCES':
        throw new ConfigError([{ variable: 'MAGFLOW_PORT', message: `is ${port}, which this user may not listen on` }]);
      default:
        throw new ConfigError([
          { variable: 'MAGFLOW_HOST', message: `is "${host}", which is no address of this machine` },
        ]);
    }
  }
};

/** A URL for a client on this machine, also when we listen on every address. */
export const urlFor = (host: string, port: number): string => {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
