export const accounts = {
  accounts: {
    title: 'Conturi',
    platform: 'Platformă',
    fulfilment: 'Livrare',
    own: 'de tine',
    fbe: 'de eMAG',
    address: 'Adresa API',
    callback: 'Adresa pentru anunțuri (se pune în contul eMAG)',
    test: 'Testează legătura',
    none: 'Niciun cont',
    none_hint: 'Conturile se dau prin variabilele EMAG_ACCOUNTS și EMAG_<CHEIE>_USERNAME, _PASSWORD.',
    state: {
      ok: 'Merge',
      unknown: 'Netestat',
      credentials: 'Utilizator sau parolă refuzată',
      ip: 'Adresă IP refuzată',
      unreachable: 'Nu răspunde',
      limited: 'Limitat de marketplace',
      failing: 'Cu probleme',
    },
    advice: {
      credentials:
        'Verifică utilizatorul și parola de API ale contului (EMAG_%{key}_USERNAME, EMAG_%{key}_PASSWORD), apoi repornește MagFlow. Contul de API se gestionează în eMAG Marketplace, la Contul meu, Profil, Detalii tehnice.',
      ip: 'Adaugă adresa IP publică a acestui calculator în lista de IP-uri permise din eMAG Marketplace (Contul meu, Profil, Detalii tehnice). Schimbarea poate dura câteva minute.',
      unreachable:
        'Adresa nu răspunde. Verifică rețeaua, serverul de nume și valoarea EMAG_%{key}_BASE_URL. MagFlow reîncearcă singur.',
      limited: 'Marketplace-ul a cerut o pauză. MagFlow așteaptă și reia singur.',
      failing: 'Marketplace-ul răspunde cu erori. MagFlow reîncearcă singur; celelalte conturi nu sunt afectate.',
    },
  },
};
