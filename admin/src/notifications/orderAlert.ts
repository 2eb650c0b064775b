import type { LiveMessage } from '../live/liveMessage.js';

const NOTE_HZ = 660;
const SECONDS = 0.25;
const ALERTED = 'magflow.alerted';
const REMEMBERED = 500;
/** What one tab stores, the others see a little later. */
const SEEN_BY_ALL_MS = 500;

let context: AudioContext | null = null;

/** Whether a tone can be heard: browsers keep a page silent until somebody has touched it. */
const canSound = async (): Promise<boolean> => {
  context ??= new AudioContext();
  if (context.state === 'running') return true;
  if (!navigator.userActivation.hasBeenActive) return false;
  await context.resume();
  return true;
};

/** A short soft tone, made here: nothing to load. False where the browser does not let it sound. */
export const ring = async (): Promise<boolean> => {
  if (!(await canSound()) || !context) return false;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = NOTE_HZ;
  volume.gain.setValueAtTime(0.15, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + SECONDS);
  return true;
};

/** A desktop notice; a click on it comes back to the panel. False where there are none. */
export const notice = (title: string, body: string, onClick?: () => void): boolean => {
  if (!('Notification' in window) || Notification.permission !== 'granted') return false;
  try {
    const shown = new Notification(title, { body });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onClick?.();
    };
    return true;
  } catch {
    // Browsers of phones have the name but let only a service worker show one.
    return false;
  }
};

/** Whether the browser lets us; asks where it was never asked. Call it on a click only. */
export const mayNotify = async (): Promise<boolean> => {
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted';
};

const alertedOf = (kind: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${ALERTED}.${kind}`) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
};

const exclusively = (kind: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(`${ALERTED}.${kind}`, work) : work();

/**
 * Alerts to those of the new orders that no tab of this browser has alerted to; what could not be shown here is left
 * to another tab.
 */
export const alertOnce = (
  kind: 'sound' | 'notice',
  messages: readonly LiveMessage[],
  alert: (count: number) => boolean | Promise<boolean>,
): Promise<void> =>
  exclusively(kind, async () => {
    const known = alertedOf(kind);
    const fresh = messages.filter(({ type, id }) => type === 'order_new' && !known.includes(id)).map(({ id }) => id);
    if (fresh.length === 0 || !(await alert(fresh.length))) return;
    localStorage.setItem(`${ALERTED}.${kind}`, JSON.stringify([...known, ...fresh].slice(-REMEMBERED)));
    await new Promise((resolve) => setTimeout(resolve, SEEN_BY_ALL_MS));
  });
