export const selection = {
  selection: {
    page: 'Selectează pagina',
    row: 'Selectează %{name}',
    all: 'Selectează toate cele %{count} care se potrivesc',
    first: 'Selectează primele %{count} care se potrivesc',
    busy: 'Se selectează',
  },
};
