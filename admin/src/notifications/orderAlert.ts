import type { LiveMessage } from '../live/liveMessage.js';

const NOTE_HZ = 660;
const SECONDS = 0.25;

/** A short soft tone, made here: nothing to load. */
export const ring = (): void => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = NOTE_HZ;
  volume.gain.setValueAtTime(0.15, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS);
  tone.connect(volume).connect(context.destination);
  tone.onended = () => void context.close();
  tone.start();
  tone.stop(context.currentTime + SECONDS);
};

/** Whether the browser lets us; asks where it was never asked. Call it on a click only. */
export const mayNotify = async (): Promise<boolean> => {
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted';
};

export const newOrdersOf = (messages: readonly LiveMessage[]): number =>
  messages.filter(({ type }) => type === 'order_new').length;
