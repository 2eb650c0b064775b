import { useMessage, useWord } from '../i18n/useMessage.js';

/** Who or what did something, in words. */
export const useActor = (): ((actor: { readonly kind: string; readonly id: string }) => string) => {
  const message = useMessage();
  const word = useWord();
  return ({ kind, id }) => {
    switch (kind) {
      case 'user':
        return id === 'cli' ? message('actor.cli') : message('actor.user', { id });
      case 'job':
        return id.startsWith('reactor.')
          ? message('actor.system')
          : message('actor.job', { name: word('jobs.names', id) });
      case 'marketplace':
        return message('actor.marketplace');
      default:
        return message('actor.system');
    }
  };
};
