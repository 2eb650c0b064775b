/** Pictures of the sandbox's products: it serves them itself, whatever port it has got this time. */
export const SANDBOX_PICTURES = { host: 'img.magazin-demo.example', folder: '/p/' } as const;

/** What a path names a picture of; undefined when it is no path of pictures. */
export const picturedName = (path: string): string | undefined =>
  /^\/p\/([a-z0-9_%-]{1,120})\.(?:png|jpg)$/.exec(path)?.[1];

/** The same address at every start, so that no offer seems to change with the sandbox's port. */
export const pictureAddress = (categoryId: number, name: string): string =>
  `https://${SANDBOX_PICTURES.host}${SANDBOX_PICTURES.folder}${categoryId}-${encodeURIComponent(name.toLowerCase())}.png`;
