import type { ApiProblem } from '../api/problem.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';

/** Why somebody was not let in, in a sentence that needs no code. */
export const useRefusal = (): ((problem: ApiProblem) => string | null) => {
  const message = useMessage();
  const formats = useFormats();
  return ({ code, retryAfterSeconds }) => {
    switch (code) {
      case 'network':
        return message('login.network');
      case 'credentials-invalid':
        return message('login.credentials');
      case 'login-locked':
        return retryAfterSeconds === undefined
          ? message('login.locked')
          : message('login.locked_for', { time: formats.duration(retryAfterSeconds) });
      default:
        return null;
    }
  };
};
