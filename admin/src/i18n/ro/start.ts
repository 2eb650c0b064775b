export const start = {
  start: {
    nav: 'Primii pași',
    title: 'Primii pași',
    running: 'Ce rulează acum',
    demonstration:
      'MagFlow rulează cu date demonstrative: un marketplace imitat pe acest calculator, cu comenzi și oferte inventate. Poți încerca totul; nimic nu pleacă la eMAG.',
    real: 'MagFlow lucrează cu conturile tale.',
    demo_accounts: 'Conturi demonstrative',
    reached_at: 'Adresa MagFlow',
    version: 'Versiunea',
    at_marketplace: 'Înainte, în eMAG Marketplace',
    api_user:
      'La Contul meu, Profil, Detalii tehnice, ia utilizatorul și parola de API. Sunt altele decât cele cu care intri în eMAG Marketplace.',
    whitelist:
      'În aceeași pagină adaugă adresa IP publică a rețelei din care rulează MagFlow în lista de IP-uri permise. O afli de la furnizorul de internet sau din pagina routerului. Fără ea, eMAG refuză orice apel.',
    callback_later:
      'După conectare primești aici adresa pentru anunțuri; pusă în contul eMAG, comenzile noi sosesc în câteva secunde.',
    connect: 'Conectează un cont',
    admin_only: 'Numai un administrator poate conecta un cont.',
    later: 'Rămân deocamdată la datele demonstrative',
    connected: 'Contul %{key} este adăugat',
    callback: 'Adresa pentru anunțuri',
    callback_hint:
      'Copiaz-o în eMAG Marketplace, la Detalii tehnice. Conține un secret: cine o are poate cere citirea comenzilor. Cere ca MagFlow să fie accesibil din internet (MAGFLOW_PUBLIC_URL); fără ea, comenzile sosesc la 5 minute.',
    first_sync: 'Prima sincronizare',
    first_sync_hint: 'Comenzile și ofertele se citesc acum, în limitele eMAG. Poți lucra între timp.',
    leave: 'Renunță la datele demonstrative',
    leave_restart: 'Conturile demonstrative dispar la următoarea pornire a MagFlow. Până atunci stau lângă cele reale.',
    leave_on: 'Conturile demonstrative rămân, fiindcă MAGFLOW_SANDBOX este „on”. Scoate variabila și repornește.',
    leave_fresh:
      'Comenzile demonstrative deja citite rămân în acest dosar de date. Pentru un început curat, oprește MagFlow, pornește-l cu alt dosar de date și conectează contul acolo:',
    go: 'Vezi comenzile contului %{key}',
  },
};
