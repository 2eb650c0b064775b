export const start = {
  start: {
    nav: 'Primii pași',
    title: 'Primii pași',
    running: 'Ce rulează acum',
    demonstration:
      'MagFlow rulează cu date demonstrative: un marketplace imitat pe acest calculator, cu comenzi și oferte inventate. Poți încerca totul; nimic nu pleacă la eMAG.',
    mixed:
      'MagFlow lucrează cu conturile tale și, alături, cu un marketplace imitat pe acest calculator. Ce faci la un cont demonstrativ nu pleacă la eMAG; ce faci la un cont al tău, da.',
    real: 'MagFlow lucrează cu conturile tale.',
    invented: '%{key} (demonstrativ)',
    reached_at: 'Adresa MagFlow',
    version: 'Versiunea',
    at_marketplace: 'Înainte, în eMAG Marketplace',
    api_user:
      'La Contul meu, Profil, Detalii tehnice, ia utilizatorul și parola de API. Sunt altele decât cele cu care intri în eMAG Marketplace.',
    whitelist:
      'În aceeași pagină adaugă adresa IP publică a rețelei din care rulează MagFlow în lista de IP-uri permise. MagFlow nu o poate ști singur: o afli de la furnizorul de internet sau din pagina routerului. Fără ea eMAG refuză orice apel, iar testul de mai jos arată răspunsul lui, care de obicei numește adresa.',
    callback_later:
      'După conectare primești aici adresa pentru anunțuri; pusă în contul eMAG, comenzile noi sosesc în câteva secunde.',
    connect: 'Conectează un cont',
    admin_only: 'Numai un administrator poate conecta un cont.',
    later: 'Rămân deocamdată la datele demonstrative',
    connected: 'Contul %{key} este adăugat',
    callback: 'Adresa pentru anunțuri',
    callback_hint:
      'Copiaz-o în eMAG Marketplace, la Detalii tehnice: eMAG sună aici la fiecare comandă nouă, iar ea sosește în câteva secunde. Conține un secret: cine o are poate cere citirea comenzilor.',
    callback_loopback:
      'Adresa este a acestui calculator, deci eMAG nu o poate suna. Pune în MAGFLOW_PUBLIC_URL adresa la care MagFlow se vede din internet și repornește; până atunci comenzile sosesc la 5 minute, prin sincronizare.',
    first_sync: 'Prima sincronizare',
    first_sync_hint:
      'Comenzile și ofertele se citesc singure, în limitele eMAG; ce eșuează se reia. Poți lucra între timp.',
    leave: 'Renunță la datele demonstrative',
    leave_what: 'Liste și cifre cuprind comenzi, oferte, clienți și facturi inventate, ale conturilor %{accounts}.',
    leave_goes:
      'Ce pleacă: conturile demonstrative nu mai sunt citite, iar datele lor ies din toate listele, cifrele și rapoartele. Conturile tale rămân cum sunt.',
    leave_seller:
      'Vânzătorul demonstrativ este șters din Setări, iar seria de facturi folosită de demonstrație este înlocuită cu una nouă, de la 1.',
    leave_stays:
      'Ce rămâne: jurnalul de evenimente nu se șterge niciodată, deci faptele demonstrative rămân în el, în audit și la operațiuni. Nu se mai întorc în liste.',
    leave_on:
      'MAGFLOW_SANDBOX este „on”, deci demonstrația ar reveni. Scoate variabila, repornește, apoi renunță aici.',
    leave_first: 'Conectează mai întâi un cont al tău.',
    leave_confirm:
      'Datele conturilor demonstrative %{accounts} ies din toate listele și cifrele și nu se mai întorc. Durează câteva secunde.',
    leaving: 'Listele se refac fără datele demonstrative …',
    left: 'Fără date demonstrative',
    left_done: 'Listele și cifrele cuprind acum numai conturile tale.',
    left_later: 'Conturile demonstrative s-au oprit. Listele încă se refac și le mai arată până sunt gata.',
    left_settings: 'Completează datele vânzătorului înainte de prima factură. Facturile tale încep cu %{series}.',
    left_series: 'seria %{series}, numărul %{next}',
    leave_fresh:
      'Sau, pentru un jurnal în care demonstrația nu a fost niciodată: oprește MagFlow, pornește-l cu alt dosar de date și conectează contul acolo:',
    read: '%{items} citite, %{created} noi',
    correct: 'Corectează datele contului',
    another: 'Conectează alt cont',
    first_sync_blocked: 'Începe singură după ce eMAG acceptă datele contului.',
    go: 'Vezi comenzile contului %{key}',
  },
};
