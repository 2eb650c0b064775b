/** An account that somebody adds. */
export const shopAccount = {
  key: 'shop',
  platform: 'emag-ro',
  fulfilment: 'own',
  username: 'seller',
  password: 'very secret',
  baseUrl: 'https://marketplace-api.emag.ro/api-3',
} as const;
