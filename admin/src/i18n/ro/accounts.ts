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
    testing: 'Se întreabă marketplace-ul, cel mult 30 de secunde …',
    none: 'Niciun cont',
    none_hint: 'Conectează contul tău de la marketplace.',
    key: 'Nume scurt',
    key_hint: 'Litere mici, cifre și _, de exemplu magazin. Nu se mai schimbă.',
    username: 'Utilizator API',
    password: 'Parolă API',
    password_hint: 'Se păstrează criptată și nu mai este arătată nimănui.',
    password_kept: 'Lasă gol ca să rămână cea de acum.',
    base_url_hint: 'Gol: adresa platformei.',
    connect: 'Conectează',
    use_key: 'Folosește numele %{key}',
    works: 'Legătura merge.',
    username_of: 'Utilizator',
    add: 'Adaugă un cont',
    edit: 'Modifică',
    remove: 'Scoate contul',
    remove_confirm:
      'Contul %{key} este uitat cu tot cu parolă și nu se mai sincronizează. Comenzile lui și istoricul lor rămân.',
    rotate: 'Schimbă adresa pentru anunțuri',
    rotate_confirm: 'Adresa de acum nu mai este bună de nimic: pune-o pe cea nouă în contul eMAG %{key}.',
    source: {
      environment: 'din variabilele de mediu; se modifică acolo',
      panel: 'adăugat din panou',
      sandbox: 'demonstrativ',
    },
    from: 'Proveniență',
    platforms: {
      'emag-ro': 'eMAG România',
      'emag-bg': 'eMAG Bulgaria',
      'emag-hu': 'eMAG Ungaria',
      'fd-ro': 'Fashion Days România',
      'fd-bg': 'Fashion Days Bulgaria',
    },
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
        'Verifică utilizatorul și parola de API ale contului, corectează-le aici sau la Conturi, Modifică (în variabilele EMAG_%{key}_USERNAME și _PASSWORD, dacă de acolo vine), apoi testează din nou. Contul de API se gestionează în eMAG Marketplace, la Contul meu, Profil, Detalii tehnice.',
      ip: 'Adaugă adresa IP publică a rețelei tale, numită mai jos dacă marketplace-ul a spus-o, în lista de IP-uri permise din eMAG Marketplace (Contul meu, Profil, Detalii tehnice). Schimbarea poate dura câteva minute; apoi testează din nou.',
      unreachable:
        'De la %{address} nu vine niciun răspuns. Verifică rețeaua și adresa, dacă este scrisă de mână. MagFlow reîncearcă singur.',
      limited: 'Marketplace-ul a cerut o pauză. MagFlow așteaptă și reia singur.',
      failing: 'Marketplace-ul răspunde cu erori. MagFlow reîncearcă singur; celelalte conturi nu sunt afectate.',
    },
    cause: {
      name: 'Numele din adresa %{address} nu se găsește. Verifică adresa, dacă este scrisă de mână, și legătura la internet a acestui calculator. MagFlow reîncearcă singur.',
      closed:
        'La adresa %{address} nu ascultă nimeni. Verifică adresa, dacă este scrisă de mână, și firewall-ul. MagFlow reîncearcă singur.',
      certificate:
        'Certificatul de la %{address} nu este acceptat. Un proxy al rețelei poate citi traficul, sau ceasul acestui calculator este greșit: parola nu a fost trimisă.',
      tls: 'La %{address} nu s-a putut stabili o legătură criptată. Verifică adresa și proxy-ul rețelei: parola nu a fost trimisă.',
      silent:
        'De la %{address} nu vine niciun răspuns. Verifică legătura la internet și firewall-ul. MagFlow reîncearcă singur.',
      broken:
        'Legătura cu %{address} se întrerupe înainte de răspuns. Verifică rețeaua și proxy-ul ei. MagFlow reîncearcă singur.',
      page: 'La adresa %{address} răspunde altceva decât API-ul eMAG: o pagină, o redirecționare sau nimic cu acest nume. Verifică adresa, dacă este scrisă de mână (se termină în /api-3). Dacă este cea a platformei, eMAG poate avea o întrerupere: MagFlow reîncearcă singur.',
    },
  },
};
